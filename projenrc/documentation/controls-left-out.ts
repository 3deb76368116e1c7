/** Controls that no rule covers, by row, and why. */
export const LEFT_OUT: Readonly<Record<number, string>> = {
  53: 'contradicts row 52: seven tools want a CPU limit, one optional policy forbids it.',
  68: 'no manifest says whether an image is signed: the registry must be asked, or keys configured. `image-without-digest` pins what was verified; '
    + 'verification belongs to an admission controller that reads signatures.',
  72: 'judges constraints of Gatekeeper, which is the configuration of another policy engine.',
  149: 'which nodes there are, and whether they differ, is a property of the cluster; a pod that fits all of them needs no affinity.',
  152: 'contradicts row 151: a priority class is to be named, and this wants none but those of the system.',
  159: 'tunes name resolution; nothing about security or availability follows from it.',
  165: 'the annotations are the conventions of one company; an owner is asked for by `missing-owner-label` (row 162).',
  166: 'the API server is the judge of schemas; what a rule would misread is an error of every report already (a field of the wrong type).',
  167: 'style.',
  168: 'judges SecurityContextConstraints of OpenShift, which are the configuration of a cluster.',
  169: 'PodSecurityPolicy was removed in Kubernetes 1.25; `removed-api-version` finds every one of them.',
  170: 'flags of the control plane, checked where a control plane is configured.',
  171: 'files of nodes; no manifest shows their permissions.',
  172: 'judges SandboxTemplate, a custom resource of one project.',
  173: 'facts about a cluster and its cloud; no manifest shows them.',
};

/** What of a control no rule covers, by row, though one covers the rest. */
export const COVERED_IN_PART: Readonly<Record<number, string>> = {
  57: 'only memory, the resource that kills when it runs out. That requests equal limits (guaranteed) and that they do not (burstable) are '
    + 'both asked for, by tools that contradict each other: how full a node is packed is for its owner to decide.',
  69: 'components that manifests name. Flaws in libraries (Log4Shell, Text4Shell) and counts of flaws (C-0083 to C-0085) need the '
    + 'contents of the image and the data of a scanner.',
};

/** What covers the controls whose every check in other tools stands in another row, too, so that equivalents alone cannot tell. */
export const COVERED_BY: Readonly<Record<number, readonly string[]>> = {
  7: ['root-group'],
  8: ['root-group'],
  9: ['missing-fs-group'],
  14: ['capability-outside-restricted'],
  19: ['dangerous-capability'],
  28: ['no-mandatory-access-control'],
  32: ['missing-windows-user'],
  76: ['namespace-without-service-account'],
  112: ['one-way-network-policy', 'cut-off-pod'],
};
