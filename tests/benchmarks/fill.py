"""Run as a program: fill the database at hand with everything `make run` prepares."""

import django
from django.core.management import call_command

from shop.starter.preparation import STEPS

if __name__ == "__main__":
    django.setup()
    for _sentence, command in STEPS:
        call_command(*command)
