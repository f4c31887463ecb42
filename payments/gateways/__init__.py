"""Gateways: one module per provider behind the protocol of `base`; `registry` finds them by name."""
