import { REPORT_READERS } from './report-policy';
import { type RouteRule, RouteRules } from './route-rule';

/**
 * Who may use which route, by the name of its operation: the one place to read or change it. Each route declares
 * its line (`@Rule(ROUTE_RULES.getCase)`), `docs/routes.md` is made from it, and a test calls every route as
 * everybody and compares. What is not here is for nobody.
 */
export const ROUTE_RULES = {
  getLive: RouteRules.everybody,
  getReady: RouteRules.everybody,
  getPublicStatus: RouteRules.everybody,
  signIn: RouteRules.everybody,
  completeSignIn: RouteRules.everybody,
  backChannelLogout: RouteRules.everybody,
  signOut: RouteRules.signedIn,
  signOutEverywhere: RouteRules.signedIn,
  listSessions: RouteRules.signedIn,
  endSession: RouteRules.signedIn,
  endSessions: RouteRules.roles('administrator'),
  getMe: RouteRules.signedIn,
  listWorkflows: RouteRules.signedIn,
  getWorkflow: RouteRules.signedIn,
  listCauses: RouteRules.signedIn,
  getDocumentRules: RouteRules.signedIn,

  createCase: RouteRules.roles('applicant'),
  listCases: RouteRules.signedIn,
  getCase: RouteRules.case('existence'),
  getActions: RouteRules.case('existence'),
  patchForm: RouteRules.case('form', 'applicant'),
  sendCommand: RouteRules.case('existence'),
  listEvents: RouteRules.case('ledger'),
  listSpans: RouteRules.case('existence'),
  listClocks: RouteRules.case('existence'),

  listDocuments: RouteRules.case('form'),
  readDocument: RouteRules.case('form'),
  addDocument: RouteRules.case('form', 'applicant'),
  replaceDocument: RouteRules.case('form', 'applicant'),

  listChecklists: RouteRules.case('form'),

  listUnread: RouteRules.signedIn,
  listMessages: RouteRules.case('form'),
  markMessagesRead: RouteRules.case('form'),

  listMeetings: RouteRules.allCases,

  listAccessRecords: RouteRules.roles('auditor'),
  listLooks: RouteRules.case('existence', 'applicant'),

  listQueues: RouteRules.signedIn,
  listQueueItems: RouteRules.someCases,
  watchQueues: RouteRules.roles('administrator'),

  getReport: RouteRules.roles(...REPORT_READERS),
  getHolderReport: RouteRules.roles('data_holder', ...REPORT_READERS),
  getLengths: RouteRules.roles(...REPORT_READERS),
  getAgeing: RouteRules.roles(...REPORT_READERS),
  getCasesBehind: RouteRules.allCases,
} as const satisfies Record<string, RouteRule>;

/** The rule of an operation; undefined where none is declared, which lets nobody in. */
export function ruleOfRoute(operation: string): RouteRule | undefined {
  return Object.hasOwn(ROUTE_RULES, operation)
    ? ROUTE_RULES[operation as keyof typeof ROUTE_RULES]
    : undefined;
}
