"""CPU of idle event streams: python3 streams.py PORT PID COUNT SECONDS"""
import os
import socket
import sys
import time

port, pid, count, seconds = (int(word) for word in sys.argv[1:5])


def cpu():
    """Milliseconds of CPU that the server has used."""
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def resident():
    with open(f"/proc/{pid}/status") as file:
        return next(line.split()[1] for line in file if line.startswith("VmRSS"))


before = resident()
streams = []
for _ in range(count):
    stream = socket.create_connection(("127.0.0.1", port))
    stream.sendall(b"GET /api/models/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
    streams.append(stream)
for stream in streams:
    assert stream.recv(65536).startswith(b"HTTP/1.1 200")
time.sleep(2)
start = cpu()
time.sleep(seconds)
print(
    f"{count} idle event streams for {seconds} s: {cpu() - start:.0f} ms of CPU, "
    f"resident {before} kB before and {resident()} kB with them"
)
