"""Stand-ins of the outside world, a process of their own that is spoken to over HTTP only.

Run by `python -m shop.sandbox`. Imports nothing of ours but `localization.outside` (the signature both houses share).
"""
