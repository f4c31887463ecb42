"""The demo's clockwork as tasks."""

from celery import shared_task

from shop.demo import world


@shared_task(ignore_result=True, expires=5)
def turn_the_world() -> None:
    """One tick of the sandbox."""
    world.tick()
