"""Adapters to customs: they speak our language inwards and theirs outwards, and import no models and no services."""
