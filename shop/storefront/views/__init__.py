"""The storefront's views, one page each: parse, call one selector, show a page object."""
