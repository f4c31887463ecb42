"""All settings of the project, gathered by theme; every value from outside comes through `environment`."""

from shop.settings.backoffice import *  # noqa: F403
from shop.settings.core import *  # noqa: F403
from shop.settings.database import *  # noqa: F403
from shop.settings.i18n import *  # noqa: F403
from shop.settings.logs import *  # noqa: F403
from shop.settings.providers import *  # noqa: F403
from shop.settings.security import *  # noqa: F403
from shop.settings.seller import *  # noqa: F403
from shop.settings.work import *  # noqa: F403
