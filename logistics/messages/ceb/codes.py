"""The three-digit codes of Chinese customs for countries and currencies, which the CEB messages take instead of ISO's.

Source: the customs parameter tables "国别(地区)代码" and "货币代码" as public declaration software carries them (two independent
copies, read 2026-11-22; confidence M). Rows of `_UNCHECKED` are from general knowledge only (BG): compare them with the tables
of the single window before filing. Ordinary declarations moved to ISO codes in 2018; the CEB messages still take these.
"""

from collections.abc import Mapping

_CHECKED: Mapping[str, str] = {
    "AE": "138", "AR": "402", "AU": "601", "BE": "301", "BG": "316", "BR": "410", "CA": "501", "CL": "412", "CO": "413",
    "CZ": "352", "DE": "304", "DK": "302", "EE": "334", "EG": "215", "ES": "312", "FI": "318", "FR": "305", "GB": "303",
    "GR": "310", "HU": "321", "ID": "112", "IE": "306", "IL": "115", "IN": "111", "IT": "307", "JO": "117", "JP": "116",
    "KW": "118", "MA": "232", "MC": "325", "MO": "121", "MX": "429", "MY": "122", "NG": "236", "NL": "309", "NO": "326",
    "NZ": "609", "PA": "432", "PE": "434", "PH": "129", "PK": "127", "PL": "327", "PT": "311", "RO": "328", "RU": "344",
    "SA": "131", "SE": "330", "SG": "132", "SI": "350", "SK": "353", "TH": "136", "UA": "347", "US": "502", "VN": "141",
    "ZA": "244", "CN": "142", "CH": "331",
}  # fmt: skip
_UNCHECKED: Mapping[str, str] = {
    "AT": "315", "CY": "108", "HK": "110", "HR": "351", "IS": "322", "KR": "133", "LI": "323", "LT": "336", "LU": "308",
    "LV": "335", "MT": "324", "TR": "137", "TW": "143",
}  # fmt: skip
COUNTRIES: Mapping[str, str] = {**_CHECKED, **_UNCHECKED}
CURRENCIES: Mapping[str, str] = {
    "AUD": "601", "CAD": "501", "CHF": "331", "CNY": "142", "DKK": "302", "EUR": "300", "GBP": "303", "HKD": "110",
    "JPY": "116", "KWD": "118", "MOP": "121", "MYR": "122", "NOK": "326", "NZD": "609", "PHP": "129", "SEK": "330",
    "SGD": "132", "THB": "136", "TWD": "143", "USD": "502",
}  # fmt: skip
