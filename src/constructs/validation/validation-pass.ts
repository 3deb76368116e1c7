import { IConstruct } from 'constructs';

const passes = new WeakMap<IConstruct, ValidationPass>();

/**
 * One round of cdk8s over all validations of an application.
 *
 * cdk8s makes a round for the application and then one more for each of its charts, while nothing changes
 * any more. Checking again in those would take time that grows with the square of the charts.
 */
export class ValidationPass {
  /** The round that is under way in the application of a construct. */
  public static of(construct: IConstruct): ValidationPass {
    const { root } = construct.node;
    let pass = passes.get(root);
    if (!pass) {
      pass = new ValidationPass(root);
      passes.set(root, pass);
    }
    return pass;
  }

  /** Whether this round only repeats one that has found no mistake. */
  public repeats = false;
  private readonly begins: (() => void)[] = [];

  private constructor(root: IConstruct) {
    // A round visits the root before everything else.
    root.node.addValidation({
      validate: () => {
        this.repeats = isRepetition();
        if (!this.repeats) { this.begins.forEach((begin) => begin()); }
        return [];
      },
    });
  }

  /** Calls back at the beginning of every round that is no repetition. */
  public onBegin(begin: () => void): void {
    this.begins.push(begin);
  }
}

/**
 * Whether a chart is being rendered by a synthesis of the whole application, which begins with a round of its own and
 * ends there if it finds a mistake. cdk8s says so nowhere but in the call stack; where that does not tell, everything is checked.
 */
function isRepetition(): boolean {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 30;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return /\b_synthChart\b/.test(stack) && /\bApp\.synth(Yaml)?\b/.test(stack);
}
