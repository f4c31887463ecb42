"""What a customs officer would accept as an HS code, an origin and a weight."""

import re

_HS_CODE = re.compile(r"\d{6}(\d{2}){0,2}", re.ASCII)
