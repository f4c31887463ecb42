"""The starter behind `make run`: checks the machine, prepares the data, and keeps five processes alive.

Runs before and beside Django: nothing here imports models.
"""
