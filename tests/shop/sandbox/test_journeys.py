"""The sandbox parcel's way: real places with their own clocks, customs only where a border is crossed."""

import pytest

from shop.sandbox.journeys import crosses_customs, journey

CUSTOMS = {"EXA", "EXC", "EDB", "EDC"}


def a_way(sender, recipient, *faults):
    return journey(_address(sender), _address(recipient), faults)


def _address(text):
    city, country = text.split(", ")
    return {"city": city, "country": country}


def test_a_parcel_from_hangzhou_to_berlin_goes_through_both_customs():
    told = [f"{stop.code} {stop.place.name}" for stop in a_way("Hangzhou, CN", "Berlin, DE")]
    assert told == [
        "EMA Hangzhou",
        "EMB Shanghai Pudong",
        "EXA Shanghai Pudong",
        "EXC Shanghai Pudong",
        "EMC Shanghai Pudong",
        "EMD Frankfurt IPZ",
        "EDB Frankfurt IPZ",
        "EDC Frankfurt IPZ",
        "EMF Frankfurt IPZ",
        "EMG Berlin",
        "EDG Berlin",
        "EMI Berlin",
    ]


@pytest.mark.parametrize(
    ("sender", "recipient", "gates"),
    [
        ("Shenzhen, CN", "London, GB", ("Hong Kong", "London Langley HWDC")),
        ("Kyoto, JP", "New York, US", ("Osaka Kansai", "New York JFK ISC")),
        ("Porto, PT", "Shanghai, CN", ("Lisboa", "Shanghai Pudong")),
        ("Hangzhou, CN", "Tokyo, JP", ("Shanghai Pudong", "Tokyo Kawasaki")),
        ("Hangzhou, CN", "Sydney, AU", ("Shanghai Pudong", "Sydney SGF")),
        ("Hangzhou, CN", "Dubai, AE", ("Shanghai Pudong", "Dubai")),
    ],
)
def test_a_parcel_leaves_and_enters_through_real_offices(sender, recipient, gates):
    places = {stop.code: stop.place.name for stop in a_way(sender, recipient)}
    assert (places["EMC"], places["EMD"]) == gates


def test_inside_the_union_and_at_home_there_is_no_customs():
    union = [stop.code for stop in a_way("Porto, PT", "Berlin, DE")]
    home = [stop.code for stop in a_way("Hangzhou, CN", "Shanghai, CN")]
    assert union == ["EMA", "EMB", "EMC", "EMD", "EDD", "EMG", "EDG", "EMI"]
    assert home == ["EMA", "EDD", "EMG", "EDG", "EMI"]


def test_customs_stands_between_countries_but_not_inside_the_union():
    assert crosses_customs("CN", "DE")
    assert crosses_customs("PT", "GB")
    assert not crosses_customs("PT", "DE")
    assert not crosses_customs("CN", "CN")


def test_a_scan_tells_the_local_time_of_its_place():
    stops = {stop.code: stop for stop in a_way("Hangzhou, CN", "New York, US")}
    moment = 1_795_341_600  # 2026-11-22T10:00:00Z
    assert stops["EMA"].at(moment)["local_time"] == "2026-11-22T18:00:00.000+08:00"
    assert stops["EMI"].at(moment)["local_time"] == "2026-11-22T05:00:00.000-05:00"


@pytest.mark.parametrize(
    ("fault", "end"),
    [
        ("hold", ["EDB", "EME", "EDC", "EMF", "EMG", "EDG", "EMI"]),
        ("attempt_failed", ["EDG", "EMH", "EDG", "EMI"]),
        ("return", ["EMG", "EDG", "EMH", "EMI"]),
        ("lost", ["EDC", "EMF", "EDF"]),
    ],
)
def test_a_journey_may_be_disturbed(fault, end):
    codes = [stop.code for stop in a_way("Hangzhou, CN", "Berlin, DE", fault)]
    assert codes[-len(end) :] == end


def test_an_unknown_country_still_has_an_office():
    assert a_way("Hangzhou, CN", "Lima, PE")[5].place.name == "PE"


def test_an_emirate_stands_for_the_city_where_addresses_have_none():
    told = journey(_address("Hangzhou, CN"), {"country": "AE", "region": "دبي"}, ())
    assert [told[-1].place.name, told[-1].place.country] == ["دبي", "AE"]
