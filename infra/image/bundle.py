"""The description of a container for runc: the image's command and user, a read-only root, a task's limits."""
import json
import os
import sys

image, rootfs, data, *settings = sys.argv[1:]
config = json.load(open(image))["Docker"]["config"]
user, group = (int(n) for n in config["User"].split(":"))
environment = config["Env"] + ["HOST=127.0.0.1"] + settings
memory = 896 * 1024 * 1024
spec = {
    "ociVersion": "1.0.2",
    "process": {
        "user": {"uid": user, "gid": group},
        "args": config["Entrypoint"],
        "env": environment,
        "cwd": config["WorkingDir"],
        "noNewPrivileges": True,
        "capabilities": {k: [] for k in ("bounding", "effective", "permitted", "ambient")},
    },
    "root": {"path": rootfs, "readonly": True},
    "mounts": [
        {"destination": "/proc", "type": "proc", "source": "proc"},
        {"destination": "/dev", "type": "tmpfs", "source": "tmpfs", "options": ["nosuid", "mode=755", "size=64k"]},
        {"destination": "/sys", "type": "none", "source": "/sys", "options": ["rbind", "ro"]},
        {"destination": list(config["Volumes"])[0], "type": "bind", "source": data, "options": ["rbind", "rw"]},
    ],
    "linux": {
        # The network is the host's, so that the test reaches the loopback address.
        "namespaces": [{"type": t} for t in ("pid", "ipc", "uts", "mount")],
        "resources": {
            "memory": {"limit": memory},
            "cpu": {"period": 100000, "quota": 50000},
        },
    },
}
if not os.path.isdir("/sys/fs/cgroup"):
    del spec["linux"]["resources"]
json.dump(spec, sys.stdout)
