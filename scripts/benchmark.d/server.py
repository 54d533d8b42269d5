# SPDX-License-Identifier: BSD-2-Clause
"""nginx on loopback over a folder, for as long as a `with` block lasts."""
import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time

# `gzip_static always` sends NAME.gz for NAME, with Content-Encoding: gzip, as buckets do; nothing is compressed on the fly.
CONFIG = '''
{user}
worker_processes 2;
daemon off;
pid {work}/pid;
error_log {work}/error.log;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    tcp_nodelay on;
    keepalive_requests 1000000;
    keepalive_timeout 600s;
    default_type application/octet-stream;
    client_body_temp_path {work}/body; proxy_temp_path {work}/proxy; fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi; scgi_temp_path {work}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root "{folder}";
        gzip off;
        gzip_static always;
    }}
}}
'''


def free_port():
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        return s.getsockname()[1]


def wait_until_listening(port, process, seconds=10):
    for _ in range(seconds * 20):
        with contextlib.suppress(OSError), socket.create_connection(('127.0.0.1', port), 1):
            return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise SystemExit(f'Expected nginx to listen on 127.0.0.1:{port} but it did not; see the lines above.')


@contextlib.contextmanager
def nginx(folder):
    """Serves `folder`; gives its address."""
    work, port = tempfile.mkdtemp(prefix='benchmark-nginx-'), free_port()
    with open(f'{work}/nginx.conf', 'w') as f:
        f.write(CONFIG.format(work=work, port=port, folder=folder, user='user root;' if os.geteuid() == 0 else ''))
    process = subprocess.Popen(['nginx', '-p', work, '-e', f'{work}/error.log', '-c', f'{work}/nginx.conf'])
    try:
        wait_until_listening(port, process)
        yield f'http://127.0.0.1:{port}'
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(work)
