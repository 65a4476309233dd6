import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import { type Recorded, type Workflow, characteristicsOf } from '@ledtid/workflow';
import type { FormFacts } from './decision/loaded';
import { digestOf } from './ledger/digest';

// What a draft may lack until it is submitted; everything else must be right from the first save.
const MAY_LACK = new Set(['required', 'minItems', 'minLength', 'minProperties', 'if']);

/** Checks forms against their workflow's JSON Schema. Compiled once a workflow. */
export class Forms {
  private readonly ajv = new Ajv2020({ allErrors: true, strict: false });
  private readonly compiled = new Map<string, ValidateFunction>();

  /** Faults that even a draft may not have, a sentence each. */
  draftFaults(workflow: Workflow, form: Recorded): string[] {
    return this.errors(workflow, form)
      .filter((error) => !MAY_LACK.has(error.keyword))
      .map(sentence);
  }

  /** What the ledger and the machine learn of a form: its digest, whether it is complete, ids and codes. */
  facts(workflow: Workflow, form: Recorded): FormFacts {
    return {
      digest: digestOf(form),
      complete: this.errors(workflow, form).length === 0,
      facts: workflow.form?.facts(form) ?? {},
      characteristics: workflow.form ? characteristicsOf(workflow.form.schema, form) : [],
    };
  }

  private errors(workflow: Workflow, form: Recorded): ErrorObject[] {
    if (!workflow.form) return [];
    const validate = this.compiled.get(workflow.key) ?? this.ajv.compile(workflow.form.schema);
    this.compiled.set(workflow.key, validate);
    return validate(form) ? [] : (validate.errors ?? []);
  }
}

function sentence(error: ErrorObject): string {
  const place = error.instancePath === '' ? 'form' : error.instancePath.slice(1).replaceAll('/', '.');
  const extra =
    error.keyword === 'additionalProperties' ? ` (${String(error.params.additionalProperty)})` : '';
  return `${place}: ${error.message ?? 'is not valid'}${extra}`;
}
