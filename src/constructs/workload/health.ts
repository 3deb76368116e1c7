import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { isPort } from '../network/policy-ports';
import { PropCheck } from '../validation/prop-check';
import { made, readProps } from '../validation/shape';

/**
 * Options of health checks over the network.
 */
export interface HealthCheckOptions {
  /**
   * The port to check.
   *
   * @default - the first port of the container
   */
  readonly port?: number;
}

/**
 * One question that the kubelet asks a container.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
 */
export class HealthCheck {
  /**
   * HTTP GET; every status from 200 to 399 is healthy.
   *
   * @param path such as `/readyz`
   * @param options which port
   */
  public static http(path: string, options: HealthCheckOptions = {}): HealthCheck {
    return HealthCheck.ofPort(options, (port) => ({ httpGet: { path, port: kplus.k8s.IntOrString.fromNumber(port) } }), [
      { when: typeof path !== 'string' || !path.startsWith('/'), prop: 'health.http', given: path, allowed: 'a path that begins with /' },
    ]);
  }

  /**
   * The gRPC health checking protocol.
   *
   * @param service name of the service to ask for; empty for the server as a whole
   * @param options which port
   */
  public static grpc(service: string = '', options: HealthCheckOptions = {}): HealthCheck {
    return HealthCheck.ofPort(options, (port) => ({ grpc: { port, service: service === '' ? undefined : service } }));
  }

  /**
   * A TCP connection that opens. It shows that the process listens, not that it answers.
   *
   * @param options which port
   */
  public static tcp(options: HealthCheckOptions = {}): HealthCheck {
    return HealthCheck.ofPort(options, (port) => ({ tcpSocket: { port: kplus.k8s.IntOrString.fromNumber(port) } }));
  }

  /**
   * A command in the container that ends with status 0.
   *
   * @param command program and arguments; no shell is involved
   */
  public static exec(command: string[]): HealthCheck {
    const isCommand = Array.isArray(command) && command.length > 0 && command.every((word) => typeof word === 'string');
    return new HealthCheck(() => ({ exec: { command: isCommand ? [...command] : [] } }), () => [
      { when: !isCommand, prop: 'health.exec', given: command, allowed: 'a program and its arguments' },
    ]);
  }

  private static ofPort(options: HealthCheckOptions | null, toAction: (port: number) => kplus.k8s.Probe, checks: PropCheck[] = []): HealthCheck {
    const given = options?.port;
    return new HealthCheck((port) => toAction(isPort(given) ? given : port ?? 0), (port) => [...checks, {
      when: given === undefined ? port === undefined : !isPort(given), prop: 'health.port', given,
      allowed: 'a port from 1 to 65535, or none for the first port of the container, which must then have one',
    }]);
  }

  private constructor(
    /** @internal */
    public readonly _toAction: (containerPort: number | undefined) => kplus.k8s.Probe,
    /** @internal */
    public readonly _checks: (containerPort: number | undefined) => PropCheck[],
  ) {}
}

/**
 * Two different questions: is the process alive, and may it have traffic.
 */
export interface HealthOptions {
  /**
   * Fails when only a restart helps. It must not depend on other services: one that is down would restart the whole fleet.
   */
  readonly live: HealthCheck;

  /**
   * Fails while the container should get no traffic.
   */
  readonly ready: HealthCheck;

  /**
   * How long the container may take to start; liveness is asked only afterwards.
   *
   * @default - no startup probe: a container that is not alive after 60 seconds is restarted
   */
  readonly startup?: Duration;
}

/**
 * Health over HTTP.
 */
export interface HttpHealthOptions extends HealthCheckOptions {
  /**
   * Path of the liveness endpoint, such as `/livez`.
   */
  readonly live: string;

  /**
   * Path of the readiness endpoint, such as `/readyz`.
   */
  readonly ready: string;

  /**
   * How long the container may take to start; liveness is asked only afterwards.
   *
   * @default - no startup probe: a container that is not alive after 60 seconds is restarted
   */
  readonly startup?: Duration;
}

/**
 * Health over gRPC.
 */
export interface GrpcHealthOptions extends HealthCheckOptions {
  /**
   * How long the container may take to start; liveness is asked only afterwards.
   *
   * @default - no startup probe: a container that is not alive after 60 seconds is restarted
   */
  readonly startup?: Duration;
}

/**
 * How the kubelet learns whether a container is alive, and whether it may have traffic.
 *
 * Liveness is slower to judge than readiness (every 20 seconds against every 10, three failures
 * each), so that an overloaded container loses its traffic before it loses its life.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
 */
export class Health {
  /**
   * Two HTTP endpoints.
   *
   * @param options their paths, which must differ
   */
  public static http(options: HttpHealthOptions): Health {
    const { live, ready, startup }: Partial<HttpHealthOptions> = options ?? {};
    return Health.of({ live: HealthCheck.http(live!, options), ready: HealthCheck.http(ready!, options), startup });
  }

  /**
   * The gRPC health checking protocol for both questions; servers seldom offer a second service name for liveness.
   *
   * @param options which port
   */
  public static grpc(options: GrpcHealthOptions = {}): Health {
    const check = HealthCheck.grpc('', options);
    return Health.of({ live: check, ready: check, startup: options?.startup });
  }

  /**
   * Any two checks.
   *
   * @param options the checks, which must differ unless they are gRPC
   */
  public static of(options: HealthOptions): Health {
    return new Health(options);
  }

  private readonly options: HealthOptions;
  private readonly mistakes: PropCheck[];

  private constructor(options: HealthOptions) {
    const check = made(HealthCheck, 'a check such as HealthCheck.http()');
    const { props, mistakes } = readProps(options, { live: check, ready: check, startup: made(Duration, 'a Duration') });
    this.options = props;
    this.mistakes = mistakes;
  }

  /**
   * @param port the first port of the container
   * @internal
   */
  public _toProbes(port: number | undefined): Pick<kplus.k8s.Container, 'livenessProbe' | 'readinessProbe' | 'startupProbe'> {
    const { live, ready, startup } = this.options;
    return {
      livenessProbe: live && { ...live._toAction(port), periodSeconds: 20, timeoutSeconds: 5, failureThreshold: 3 },
      readinessProbe: ready && { ...ready._toAction(port), periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 },
      startupProbe: startup && live && { ...live._toAction(port), periodSeconds: 5, timeoutSeconds: 5, failureThreshold: Math.ceil(secondsOf(startup) / 5) },
    };
  }

  /** @internal */
  public _checks(port: number | undefined): PropCheck[] {
    const { live, ready, startup } = this.options;
    const seconds = startup && secondsOf(startup);
    return [
      ...this.mistakes.map((mistake) => ({ ...mistake, prop: `health.${mistake.prop}` })),
      ...live?._checks(port) ?? [],
      ...ready?._checks(port) ?? [],
      { when: seconds !== undefined && !(Number.isInteger(seconds) && seconds >= 1), prop: 'health.startup', given: seconds, allowed: 'at least one second, in whole seconds' },
    ];
  }
}

function secondsOf(duration: Duration): number {
  return duration.toSeconds({ integral: false });
}
