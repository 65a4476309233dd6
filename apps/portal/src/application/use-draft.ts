import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Case, api } from '../api/client';
import { Problem, answerOf } from '../api/problem';
import { caseKey } from '../api/queries';
import { type Values } from '../form/schema';
import { sendable } from '../form/sendable';
import { now } from '../kit/now';
import { useTyped } from '../kit/typed';
import { sessionEnd, useSignInWanted } from '../session/session-end';
import { conflictsOf, isSame, merged, patchBetween } from './merge-patch';

/** How long nothing is typed before it is saved, and how long until what failed is tried again: milliseconds. */
const PAUSE = 800;
const AGAIN = 4_000;

export interface Conflict {
  readonly fields: readonly string[];
  readonly theirs: Values;
}

export interface Draft {
  readonly values: Values;
  readonly change: (values: Values) => void;
  /** `saved`: the server has everything. */
  readonly standing: 'saved' | 'saving' | 'unsaved';
  readonly savedAt: number | null;
  /** Why it could not be saved; the draft goes on trying. */
  readonly trouble: unknown;
  readonly conflict: Conflict | null;
  readonly settle: (field: string, keep: 'mine' | 'theirs') => void;
}

/**
 * A form that saves itself. unsaved → (nothing is typed for a while) → saving → saved; or trouble → (a while later) →
 * saving again. Where somebody else has saved meanwhile, what only they changed is taken in, and for what both changed
 * the person chooses; until then nothing is sent. Nor is it while nobody is signed in; then it is saved at once.
 */
export function useDraft(found: Case): Draft {
  const client = useQueryClient();
  const [values, keep, forget] = useTyped<Values>(`form ${found.id}`, found.form ?? {});
  // What was typed last, for a save that ends after more has been typed.
  const typed = useRef(values);
  const base = useRef<Saved>({ form: found.form ?? {}, version: found.formVersion });
  const [state, setState] = useState<State>(() => begun(!isSame(values, found.form ?? {})));
  const set = useCallback((change: Partial<State>) => setState((before) => ({ ...before, ...change })), []);
  const type = useCallback(
    (next: Values) => {
      typed.current = next;
      keep(next);
    },
    [keep],
  );
  const save = useCallback(async () => {
    set({ saving: true });
    try {
      const saved = await patch(found.id, base.current, sendable(typed.current));
      base.current = { form: saved.form ?? {}, version: saved.formVersion };
      client.setQueryData(caseKey(found.id), saved);
      const unsaved = !isSame(sendable(typed.current), base.current.form);
      // What the server has need not be kept: the next visit begins with it.
      if (!unsaved) forget();
      set({ saving: false, unsaved, trouble: null, savedAt: now() });
    } catch (thrown) {
      sessionEnd.noticeIn(thrown);
      const theirs = formNowIn(thrown);
      if (theirs === null) {
        set({ saving: false, trouble: thrown });
        return;
      }
      const mine = sendable(typed.current);
      const fields = conflictsOf(base.current.form, mine, theirs.form);
      type(merged(base.current.form, mine, theirs.form));
      base.current = theirs;
      set({ saving: false, conflict: fields.length === 0 ? null : { fields, theirs: theirs.form } });
    }
  }, [client, found.id, forget, set, type]);
  useSavingAfterAPause(values, state, save);
  return {
    ...{ values, savedAt: state.savedAt, trouble: state.trouble, conflict: state.conflict },
    standing: state.saving ? 'saving' : state.unsaved ? 'unsaved' : 'saved',
    change: (next) => {
      type(next);
      set({ unsaved: true });
    },
    settle: (field, choice) => {
      const { conflict } = state;
      if (conflict === null) return;
      if (choice === 'theirs') type({ ...typed.current, [field]: conflict.theirs[field] });
      const fields = conflict.fields.filter((other) => other !== field);
      set({ conflict: fields.length === 0 ? null : { ...conflict, fields } });
    },
  };
}

interface State {
  readonly unsaved: boolean;
  readonly saving: boolean;
  readonly savedAt: number | null;
  readonly trouble: unknown;
  readonly conflict: Conflict | null;
}

function begun(unsaved: boolean): State {
  return { unsaved, saving: false, savedAt: null, trouble: null, conflict: null };
}

/** Each thing typed and each failure begins the pause anew. */
function useSavingAfterAPause(values: Values, state: State, save: () => Promise<void>): void {
  const isSignedOut = useSignInWanted() !== null;
  useEffect(() => {
    const { unsaved, saving, conflict, trouble } = state;
    if (!unsaved || saving || conflict !== null || isSignedOut) return undefined;
    const timer = window.setTimeout(() => void save(), trouble === null ? PAUSE : AGAIN);
    return () => window.clearTimeout(timer);
  }, [values, state, save, isSignedOut]);
}

interface Saved {
  readonly form: Values;
  readonly version: number;
}

function patch(id: string, { form, version }: Saved, mine: Values): Promise<Case> {
  const body = { formVersion: version, patch: patchBetween(form, mine) };
  return answerOf(api.PATCH('/api/v1/cases/{id}/form', { params: { path: { id } }, body }));
}

/** The form as it is now, where somebody else was faster; null: that is not why it failed. */
function formNowIn(thrown: unknown): Saved | null {
  if (!(thrown instanceof Problem) || thrown.status !== 409) return null;
  const { formVersion, current } = (thrown.body.versions ?? {}) as { formVersion?: number; current?: Values };
  return formVersion === undefined || current === undefined ? null : { form: current, version: formVersion };
}
