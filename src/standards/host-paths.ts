/** Directories of a node that matter, with everything in them and what they are in. `/root` is where credentials of the cloud lie. */
export const SENSITIVE_DIRECTORIES: readonly string[] = [
  '/bin', '/boot', '/dev', '/etc', '/lib', '/lib64', '/proc', '/root', '/run', '/sbin', '/sys', '/usr',
  '/var/lib/containerd', '/var/lib/containers', '/var/lib/docker', '/var/lib/etcd', '/var/lib/kubelet', '/var/run',
];

/** Where container runtimes listen. */
export const RUNTIME_SOCKET = /\/(docker|dockershim|cri-dockerd|containerd|crio|podman|buildkitd)\.sock$|^\/pipe\/(docker_engine|containerd-containerd)$/;
