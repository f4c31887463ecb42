"""The orders of the journeys: the seven that must arrive in their own languages, and those to further borders."""

from tests.browser.buyer import Wish

MAIL = {"email": "ada@example.com"}

BERLIN = Wish(
    window="de/de",
    handle="west-lake-silk-scarf",
    currency="EUR",
    city="Berlin",
    address={"name": "Ada Kurz", "street": "Torstraße 12", "postcode": "10119", "city": "Berlin", **MAIL},
)
LONDON = Wish(
    window="gb/en",
    handle="low-tide-keyboard",
    currency="GBP",
    city="London",
    address={
        "name": "Ada Short",
        "street": "12 Marsham Street",
        "city": "London",
        "postcode": "SW1P 4DF",
        **MAIL,
    },
)
NEW_YORK = Wish(
    window="us/en",
    handle="mulberry-silk-blouse",
    currency="USD",
    city="New York",
    address={
        "name": "Ada Small",
        "street": "350 West Broadway",
        "city": "New York",
        "region": "NY",
        "postcode": "10013",
        **MAIL,
    },
)
TOKYO = Wish(
    window="jp/ja",
    handle="half-moon-table-lamp",
    currency="JPY",
    city="千代田区",
    address={
        "name": "山田 花子",
        "street": "丸の内1-9-1",
        "city": "千代田区",
        "region": "東京都",
        "postcode": "100-0005",
        **MAIL,
    },
)
SYDNEY = Wish(
    window="au/en",
    handle="plum-blossom-tea-set",
    currency="AUD",
    city="Sydney",
    address={
        "name": "Ada Little",
        "street": "1 Macquarie Street",
        "city": "Sydney",
        "region": "NSW",
        "postcode": "2000",
        **MAIL,
    },
)
DUBAI = Wish(
    window="ae/ar",
    handle="rain-lane-umbrella",
    currency="AED",
    city="دبي",
    address={"name": "أمل حداد", "street": "شارع الشيخ زايد ١٢", "region": "دبي", **MAIL},
)
SHANGHAI = Wish(
    window="cn/zh",
    handle="matcha-bowl",
    currency="CNY",
    city="浦东新区",
    address={
        "name": "王小明",
        "street": "世纪大道100号",
        "city": "浦东新区",
        "region": "上海市",
        "postcode": "200120",
        **MAIL,
    },
    identifier="11010519491231002X",  # the example of the standard GB 11643
)
SEOUL = Wish(
    window="kr/en",
    handle="matcha-bowl",
    currency="KRW",
    city="강남구",
    identifier="P123456789012",
    address={
        "name": "김하나",
        "street": "테헤란로 152",
        "city": "강남구",
        "region": "서울특별시",
        "postcode": "06236",
        **MAIL,
    },
)
SAO_PAULO = Wish(
    window="br/en",
    handle="west-lake-silk-scarf",
    currency="BRL",
    city="São Paulo",
    identifier="390.533.447-05",
    address={
        "name": "Ada Curta",
        "street": "Avenida Paulista 900",
        "city": "São Paulo",
        "region": "SP",
        "postcode": "01310-100",
        **MAIL,
    },
)
ZURICH = Wish(
    window="ch/de",
    handle="shepherd-throw",
    currency="CHF",
    city="Zürich",
    address={
        "name": "Ada Klein",
        "street": "Bahnhofstrasse 12",
        "postcode": "8001",
        "city": "Zürich",
        **MAIL,
    },
)
OSLO = Wish(
    window="no/en",
    handle="west-lake-silk-scarf",
    currency="NOK",
    city="Oslo",
    address={
        "name": "Ada Kort",
        "street": "Karl Johans gate 12",
        "postcode": "0154",
        "city": "Oslo",
        **MAIL,
    },
)
AUCKLAND = Wish(
    window="nz/en",
    handle="bay-studio-monitor",
    currency="NZD",
    city="Auckland",
    address={
        "name": "Ada Small",
        "street": "12 Queen Street",
        "city": "Auckland",
        "postcode": "1010",
        **MAIL,
    },
)
TORONTO = Wish(
    window="ca/en",
    handle="west-lake-silk-scarf",
    currency="CAD",
    city="Toronto",
    address={
        "name": "Ada Short",
        "street": "100 Queen Street W",
        "city": "Toronto",
        "region": "ON",
        "postcode": "M5H 2N2",
        **MAIL,
    },
)
LAS_PALMAS = Wish(
    window="es/en",
    handle="shepherd-throw",
    currency="EUR",
    city="Las Palmas",
    address={
        "name": "Ada Corta",
        "street": "Calle de Triana 12",
        "postcode": "35002",
        "city": "Las Palmas",
        "region": "GC",
        **MAIL,
    },
)
