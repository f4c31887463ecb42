"""The restrictions in force."""

from logistics.selectors.restrictions import restriction_book


def test_the_shops_own_restrictions_are_in_force():
    kinds = {rule.rule_id: rule.kind for rule in restriction_book().rules}
    assert (kinds["weapons"], kinds["alcohol-permit"], kinds["maps"]) == ("banned", "licence", "review")
