/** Capabilities of the Linux kernel, as Kubernetes spells them. */

/** Those that container runtimes give by themselves, which Pod Security `baseline` lets a container add. @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline */
export const OF_CONTAINER_RUNTIMES: readonly string[] = [
  'AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID',
  'SYS_CHROOT',
];

/** Those that reach memory, traffic or files beyond the container. SYS_ADMIN, SYS_MODULE and NET_RAW have rules of their own. @see https://man7.org/linux/man-pages/man7/capabilities.7.html */
export const REACHING_THE_NODE: readonly string[] = [
  'ALL', 'BPF', 'DAC_READ_SEARCH', 'MAC_ADMIN', 'MAC_OVERRIDE', 'NET_ADMIN', 'PERFMON', 'SETPCAP', 'SYS_BOOT', 'SYS_PTRACE', 'SYS_RAWIO',
];
