"""What pages and letters show of a withdrawal."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class WithdrawalView:
    """When a statement came (UTC), and whether it cancelled an order that had not left yet."""

    at: datetime
    cancelled: bool
