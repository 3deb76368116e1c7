import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { PropCheck } from '../validation/prop-check';

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
    return new HealthCheck((port) => ({ httpGet: { path, port: kplus.k8s.IntOrString.fromNumber(options.port ?? port) } }), [
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
    return new HealthCheck((port) => ({ grpc: { port: options.port ?? port, service: service === '' ? undefined : service } }));
  }

  /**
   * A TCP connection that opens. It shows that the process listens, not that it answers.
   *
   * @param options which port
   */
  public static tcp(options: HealthCheckOptions = {}): HealthCheck {
    return new HealthCheck((port) => ({ tcpSocket: { port: kplus.k8s.IntOrString.fromNumber(options.port ?? port) } }));
  }

  /**
   * A command in the container that ends with status 0.
   *
   * @param command program and arguments; no shell is involved
   */
  public static exec(command: string[]): HealthCheck {
    return new HealthCheck(() => ({ exec: { command: [...command] } }), [
      { when: !Array.isArray(command) || command.length === 0, prop: 'health.exec', given: command, allowed: 'a program and its arguments' },
    ]);
  }

  private constructor(
    /** @internal */
    public readonly _toAction: (port: number) => kplus.k8s.Probe,
    /** @internal */
    public readonly _checks: PropCheck[] = [],
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
    return Health.of({ live: HealthCheck.http(options.live, options), ready: HealthCheck.http(options.ready, options), startup: options.startup });
  }

  /**
   * The gRPC health checking protocol for both questions; servers seldom offer a second service name for liveness.
   *
   * @param options which port
   */
  public static grpc(options: GrpcHealthOptions = {}): Health {
    const check = HealthCheck.grpc('', options);
    return Health.of({ live: check, ready: check, startup: options.startup });
  }

  /**
   * Any two checks.
   *
   * @param options the checks, which must differ unless they are gRPC
   */
  public static of(options: HealthOptions): Health {
    return new Health(options);
  }

  private constructor(private readonly options: HealthOptions) {}

  /** @internal */
  public _toProbes(port: number): Pick<kplus.k8s.Container, 'livenessProbe' | 'readinessProbe' | 'startupProbe'> {
    const { live, ready, startup } = this.options;
    return {
      livenessProbe: { ...live._toAction(port), periodSeconds: 20, timeoutSeconds: 5, failureThreshold: 3 },
      readinessProbe: { ...ready._toAction(port), periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 },
      startupProbe: startup && { ...live._toAction(port), periodSeconds: 5, timeoutSeconds: 5, failureThreshold: Math.ceil(startup.toSeconds() / 5) },
    };
  }

  /** @internal */
  public get _checks(): PropCheck[] {
    return [...this.options.live._checks, ...this.options.ready._checks];
  }
}
