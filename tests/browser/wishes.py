"""The seven orders that must arrive: from Hangzhou, Shenzhen and Kyoto to seven cities, each in its own language."""

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
)
