# One image for web, worker and beat; which one it is, its command says.
FROM python:3.12-slim AS build
WORKDIR /app
COPY requirements.lock .
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.lock
COPY . .
# A throw-away key and no services: collecting files and compiling texts need neither.
RUN CAUSEWAY_EMBEDDED=false SECRET_KEY=only-for-collecting-files-while-the-image-is-built STATIC_ROOT=/app/static DATA=/tmp/build \
    sh -c '/venv/bin/python manage.py texts && /venv/bin/python manage.py collectstatic --noinput --verbosity=0'

FROM python:3.12-slim
RUN useradd --system --uid 10001 --create-home causeway && mkdir /data && chown causeway /data
WORKDIR /app
COPY --from=build /venv /venv
COPY --from=build --chown=root:root /app /app
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    CAUSEWAY_EMBEDDED=false DATA=/data STATIC_ROOT=/app/static MEDIA_ROOT=/data/media
USER causeway
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", "--blocking-threads", "8", \
     "--no-ws", "--respawn-failed-workers", "shop.wsgi:application"]
