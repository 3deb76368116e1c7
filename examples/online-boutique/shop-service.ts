import { ContainerResourceRequirements, HardenedDeployment, Health, Image } from 'cdk8s-bulwark';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';

export interface ShopServiceProps {
  /** Which of the placeholder digests stands for the image. */
  readonly image: number;
  /** The gRPC port; every service of the shop but the front end speaks gRPC. */
  readonly port: number;
  /** The port that the Service offers. Default: the same. */
  readonly servicePort?: number;
  readonly resources: ContainerResourceRequirements;
  readonly environment?: { [name: string]: string };
  readonly writablePaths?: string[];
}

/** One gRPC service of the shop. */
export class ShopService extends HardenedDeployment {
  /** Where other services reach it, as `host:port`. */
  public readonly address: string;

  constructor(scope: Construct, name: string, props: ShopServiceProps) {
    super(scope, name, {
      metadata: { name },
      image: shopImage(name, props.image),
      ports: [{ number: props.port, name: 'grpc', servicePort: props.servicePort }],
      health: Health.grpc(),
      resources: props.resources,
      envVariables: toEnv({ PORT: `${props.port}`, DISABLE_PROFILER: '1', ...props.environment }),
      writablePaths: (props.writablePaths ?? []).map((path) => ({ path })),
    });
    this.address = `${name}:${props.servicePort ?? props.port}`;
  }
}

/** The digests are placeholders: put those of your own registry in. */
export function shopImage(name: string, digest: number): Image {
  return Image.of(`registry.example.com/online-boutique/${name}:v0.10.3@sha256:${`${digest}`.padStart(64, '0')}`);
}

export function toEnv(values: { [name: string]: string }): { [name: string]: kplus.EnvValue } {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, kplus.EnvValue.fromValue(value)]));
}

/** CPU in millicores and memory in Mi, request and limit each. */
export function size(cpu: [number, number], memory: [number, number]): ContainerResourceRequirements {
  return {
    cpu: { request: `${cpu[0]}m`, limit: `${cpu[1]}m` },
    memory: { request: `${memory[0]}Mi`, limit: `${memory[1]}Mi` },
  };
}
