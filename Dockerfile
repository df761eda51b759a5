# Liaison in a container: nothing but Python, the pinned packages and the program; no shell account, no root.
FROM python:3.11-slim AS build
WORKDIR /build
RUN python -m venv /opt/liaison
COPY requirements/run.txt requirements/build.txt requirements/
RUN /opt/liaison/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes \
    -r requirements/run.txt -r requirements/build.txt
COPY . .
RUN /opt/liaison/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation . \
    && /opt/liaison/bin/pip uninstall -y setuptools pip

FROM python:3.11-slim
RUN useradd --system --uid 10001 --create-home --home-dir /srv/liaison liaison
COPY --from=build /opt/liaison /opt/liaison
COPY --chown=liaison config /srv/liaison/config
ENV PATH=/opt/liaison/bin:$PATH PYTHONUNBUFFERED=1 LOG_FORMAT=json LIAISON_HTTP_HOST=0.0.0.0 LIAISON_HTTP_PORT=8080
USER 10001
WORKDIR /srv/liaison
EXPOSE 8080
# The health page answers 503 while something is wrong; urllib raises on it.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen('http://127.0.0.1:' + os.environ['LIAISON_HTTP_PORT'] + '/health', timeout=4)"]
# SIGTERM ends it in order; it takes at most some ten seconds.
STOPSIGNAL SIGTERM
ENTRYPOINT ["liaison"]
CMD ["run"]
