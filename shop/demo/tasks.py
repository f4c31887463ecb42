"""The demo's clockwork as tasks."""

from celery import shared_task

from shop.demo import world


@shared_task(ignore_result=True, expires=5)
def turn_the_world() -> None:
    """One tick of the sandbox."""
    world.tick()


@shared_task(ignore_result=True, expires=10)
def dispatch_waiting() -> None:
    """Be the merchants of the demo for a moment."""
    world.dispatch_waiting()
