// Made from docs/openapi.json by npm run derive.
export interface paths {
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I, and until when */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which workflows there are */
        get: operations["listWorkflows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A workflow with all that it declares */
        get: operations["getWorkflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/causes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why cases wait: the code list */
        get: operations["listCauses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases that the caller may see */
        get: operations["listCases"];
        put?: never;
        /** A draft */
        post: operations["createCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A case */
        get: operations["getCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller can do now */
        get: operations["getActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Saves the form while it is the applicant’s to change */
        patch: operations["patchForm"];
        trace?: never;
    };
    "/api/v1/cases/{id}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Carries out a command */
        post: operations["sendCommand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ledger */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/spans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where its time went */
        get: operations["listSpans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All runs of its clocks */
        get: operations["listClocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How every stage stands */
        get: operations["listQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{stage}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands in a stage, longest first or by what is due */
        get: operations["listQueueItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{report}/lengths": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the visits of a row of lead-time or after-ethics lie, and how many last longer */
        get: operations["getLengths"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{report}/ageing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How old the open visits of lead-time or after-ethics are, row by row */
        get: operations["getAgeing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who looked at which case, and who was refused, the latest first */
        get: operations["listAccessRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who looked at a case, by role, for its applicant */
        get: operations["listLooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{report}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report: where the time went, and how work flows */
        get: operations["getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{report}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases behind a row of lead-time or after-ethics, the largest contribution first */
        get: operations["getCasesBehind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: operations["getLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The database answers and every migration has run */
        get: operations["getReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends the browser to a sign-in service */
        get: operations["signIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends this session */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-out-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends every session of the caller */
        post: operations["signOutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sessions of the caller that have not ended */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one session of the caller; an administrator ends anybody’s */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends every session of a person, or of everybody */
        post: operations["endSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/{issuer}/back-channel-logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the sessions that a sign-in service has ended */
        post: operations["backChannelLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The documents of a case, all versions, as they came */
        get: operations["listDocuments"];
        put?: never;
        /** Hands in a document */
        post: operations["addDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/documents/{documentId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hands in a new version of a document */
        post: operations["replaceDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/documents/{documentId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The content of a document, to be saved */
        get: operations["readDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/document-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which documents are taken */
        get: operations["getDocumentRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Queue, usual lead times and numbers of applications, for the public */
        get: operations["getPublicStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The messages of a case, the latest first */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/messages/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says how far the caller has read */
        put: operations["markMessagesRead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/checklists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The checklists of a case, as far as assessed */
        get: operations["listChecklists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The meetings of the council from a date on */
        get: operations["listMeetings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unread-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where something is unread, of the cases that the caller applied in or has a stage of */
        get: operations["listUnread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        TextBody: {
            /** @example Ta ärendet */
            sv: string;
            /** @example Claim */
            en: string;
        };
        ProblemBody: {
            /** @example urn:ledtid:problem:stale */
            type: string;
            title: string;
            /** @example 409 */
            status: number;
            /**
             * @description Stable: scripts may rely on it.
             * @example stale
             */
            code: string;
            /** @description What is wrong and what to do. */
            text: components["schemas"]["TextBody"];
            /** @description Which fields or facts. */
            details?: string[];
            /** @description With a conflict: the case as it is now, without its form. */
            present?: {
                [key: string]: unknown;
            };
            /** @description With a conflict: what is possible now. */
            actions?: {
                [key: string]: unknown;
            }[];
            /** @description With `form-changed`: `formVersion`, `current` and `yours`. */
            versions?: {
                [key: string]: unknown;
            };
        };
        SessionBody: {
            /**
             * Format: date-time
             * @description When the person last proved who they are; null where the sign-in service does not tell.
             */
            authenticatedAt: string | null;
            /**
             * Format: date-time
             * @description When the session ends without a further request.
             */
            idleUntil: string;
            /**
             * Format: date-time
             * @description When it ends, used or not.
             */
            endsAt: string;
        };
        MeBody: {
            /** @description Names the person for good. */
            subject: string;
            name: string | null;
            roles: ("applicant" | "case_officer" | "legal_reviewer" | "technical_reviewer" | "decision_maker" | "data_holder" | "environment_operator" | "data_engineer" | "manager" | "auditor" | "administrator")[];
            organisations: string[];
            issuer: string;
            /**
             * @description How surely the sign-in service knows who it is.
             * @enum {string}
             */
            assurance: "none" | "low" | "substantial" | "high";
            /** @description Null with a bearer token. */
            session: components["schemas"]["SessionBody"] | null;
        };
        WorkflowStageBody: {
            key: string;
            label: components["schemas"]["TextBody"];
            /** @description Who works it. */
            roles: string[];
        };
        WorkflowSummaryBody: {
            /** @example access-application */
            key: string;
            version: number;
            name: components["schemas"]["TextBody"];
            /** @description A person may begin one; else a parent opens it. */
            startable: boolean;
            stages: components["schemas"]["WorkflowStageBody"][];
        };
        WorkflowStateBody: {
            /** @example review.legal.assigned */
            path: string;
            region: string;
            label: components["schemas"]["TextBody"];
            stage: string;
            /** @enum {string} */
            activity: "waiting" | "assigned" | "paused";
            /** @enum {string} */
            party: "hdab" | "applicant" | "holder" | "ethics" | "environment" | "user";
            cause: string | null;
            /** @description The worker does it by itself, within seconds or minutes; nobody may claim it. */
            executed: boolean;
            /** @description Clocks that entering it starts, pauses, meets or voids. */
            clocks: {
                [key: string]: unknown;
            };
        };
        WorkflowEndBody: {
            path: string;
            outcome: string;
            label: components["schemas"]["TextBody"];
        };
        WorkflowEventBody: {
            type: string;
            label: components["schemas"]["TextBody"];
            /** @description Who may send it; nobody where it is the system’s own. */
            roles: string[];
            /** @description Each of the roles in its own stage, which the payload names. */
            byStage: boolean;
            /** @description Four eyes: not for somebody who assessed the case. */
            decision: boolean;
            assessment: boolean;
            /** @description Takes the form into the case. */
            submits: boolean;
            /** @description JSON Schema 2020-12. */
            payloadSchema: {
                [key: string]: unknown;
            };
        };
        WorkflowFormBody: {
            version: number;
            /** @description JSON Schema 2020-12. */
            schema: {
                [key: string]: unknown;
            };
            /** @description By kind, as fields of the schema name it in `x-characteristic`: what its codes are called. */
            characteristics: {
                [key: string]: unknown;
            };
        };
        WorkflowTextsBody: {
            fields: {
                [key: string]: components["schemas"]["TextBody"];
            };
            /** @description By code, of those that a field of the form or of a payload offers. */
            codes: {
                [key: string]: components["schemas"]["TextBody"];
            };
            refusals: {
                [key: string]: components["schemas"]["TextBody"];
            };
            outcomes: {
                [key: string]: components["schemas"]["TextBody"];
            };
        };
        DiagramBody: {
            /** @description The state that it looks into; null for the overview. */
            of: string | null;
            mermaid: string;
        };
        WorkflowBody: {
            /** @example access-application */
            key: string;
            version: number;
            name: components["schemas"]["TextBody"];
            /** @description A person may begin one; else a parent opens it. */
            startable: boolean;
            stages: components["schemas"]["WorkflowStageBody"][];
            states: components["schemas"]["WorkflowStateBody"][];
            ends: components["schemas"]["WorkflowEndBody"][];
            events: components["schemas"]["WorkflowEventBody"][];
            form: components["schemas"]["WorkflowFormBody"] | null;
            texts: components["schemas"]["WorkflowTextsBody"];
            /** @description The overview, as Mermaid source. */
            diagram: string;
            /** @description The overview and the inside of each state that has one. */
            diagrams: components["schemas"]["DiagramBody"][];
        };
        CauseBody: {
            /** @example legal-opinion */
            code: string;
            label: components["schemas"]["TextBody"];
            /**
             * @description Who can end the wait; null where nobody knows.
             * @enum {string|null}
             */
            party: "hdab" | "applicant" | "holder" | "ethics" | "environment" | "user" | null;
            /** @description May be picked today; else it only stands in older cases. */
            current: boolean;
        };
        CreateInput: {
            /** @example access-application */
            workflow: string;
            /** @description By the form of the workflow; a draft may lack what is required. */
            form: {
                [key: string]: unknown;
            };
        };
        StageBody: {
            /** @example legal-review */
            stage: string;
            /** @description Path of the parallel branch; empty for the whole case. */
            region: string;
            /** @enum {string} */
            activity: "waiting" | "assigned" | "paused";
            /**
             * @description Whose turn it is.
             * @enum {string}
             */
            party: "hdab" | "applicant" | "holder" | "ethics" | "environment" | "user";
            /** @description Code of the cause list; of what waits or is paused. */
            cause: string | null;
            /** @description Subject of the person who has it. */
            assignee: string | null;
            /** Format: date-time */
            since: string;
            /**
             * Format: date-time
             * @description When the party was asked for the cause of a wait that nobody had explained.
             */
            causeAskedAt: string | null;
            /** Format: date */
            due: string | null;
        };
        PauseBody: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string | null;
        };
        ClockBody: {
            /** @example permit-decision */
            key: string;
            label: components["schemas"]["TextBody"];
            /**
             * @description Whose duty the clock measures.
             * @enum {string}
             */
            party: "hdab" | "applicant" | "holder" | "ethics" | "environment" | "user";
            /** @example Art 68(4) */
            source: string;
            /** @description Number of the event that started it. */
            started: number;
            stage: string;
            /** Format: date-time */
            startedAt: string;
            setDays: number | null;
            pauses: components["schemas"]["PauseBody"][];
            /** Format: date-time */
            restartedAt: string | null;
            /** @description Number of the event that extended it. */
            extended: number | null;
            /** Format: date */
            due: string | null;
            /** @enum {string} */
            outcome: "running" | "met" | "breached" | "void";
            /** Format: date-time */
            endedAt: string | null;
        };
        ChildBody: {
            /** Format: uuid */
            id: string;
            workflow: string;
            holder: string | null;
            part: string | null;
            occasion: string | null;
            dependsOn: string[];
            state: string[];
            stages: components["schemas"]["StageBody"][];
        };
        WhyBody: {
            /** @example ethics-not-covered */
            code: string;
            text: components["schemas"]["TextBody"];
        };
        ActionBody: {
            /** @example CLAIM */
            type: string;
            /** @description The stage that the payload has to name. */
            stage: string | null;
            label: components["schemas"]["TextBody"];
            /** @description JSON Schema 2020-12. */
            payloadSchema: {
                [key: string]: unknown;
            };
            /** @description Four eyes: not for somebody who assessed the case. */
            decision: boolean;
            possible: boolean;
            /** @description Why not, where it is not possible. */
            why: components["schemas"]["WhyBody"] | null;
        };
        CaseBody: {
            /** Format: uuid */
            id: string;
            /** @example 2026-00042 */
            registrationNumber: string | null;
            /** @example access-application */
            workflow: string;
            workflowVersion: number;
            /** Format: uuid */
            parent: string | null;
            /** @description The data holder whom a child concerns. */
            holder: string | null;
            part: string | null;
            occasion: string | null;
            dependsOn: string[];
            /** @description Number of the last event: what a command says it saw. */
            version: number;
            form: {
                [key: string]: unknown;
            } | null;
            formVersion: number;
            /** @description Paths of the active leaves. */
            state: string[];
            outcome: string | null;
            stages: components["schemas"]["StageBody"][];
            /** @description Those not ended. */
            clocks: components["schemas"]["ClockBody"][];
            children: components["schemas"]["ChildBody"][];
            actions: components["schemas"]["ActionBody"][];
        };
        PatchInput: {
            /** @description The version that the patch was made from. */
            formVersion: number;
            /** @description JSON Merge Patch (RFC 7396). */
            patch: {
                [key: string]: unknown;
            };
        };
        CommandInput: {
            /** @example CLAIM */
            type: string;
            /** @description By the payloadSchema of the action. */
            payload: {
                [key: string]: unknown;
            };
            /** @description The version of the case that the sender saw. */
            version: number;
            /** @description The same key and body: the first answer again. */
            idempotencyKey: string;
            /**
             * Format: date-time
             * @description When it happened, where that is not now.
             */
            occurredAt?: string;
            /** @description Subject of the person for whom it is registered. */
            onBehalfOf?: string;
            /**
             * @description How the body came to know.
             * @enum {string}
             */
            basis?: "phone" | "letter" | "email" | "meeting" | "registry";
        };
        EventBody: {
            number: number;
            /** @example SUBMIT */
            type: string;
            /** @description Subject, or the queue that did it by itself. */
            actor: string;
            onBehalfOf: string | null;
            /** @enum {string|null} */
            basis: "phone" | "letter" | "email" | "meeting" | "registry" | null;
            /** Format: date-time */
            occurredAt: string;
            /** Format: date-time */
            recordedAt: string;
            workflowVersion: number;
            regions: string[];
            formChanged: boolean;
            /** @description Ids, codes, dates and digests. */
            record: {
                [key: string]: unknown;
            };
            payloadDigest: string | null;
            /** @description What the event carried, for readers of free text; null once it is disposed of. */
            payload?: {
                [key: string]: unknown;
            } | null;
            previousHash: string;
            hash: string;
        };
        SpanBody: {
            region: string;
            /** @description Number of the event that opened it. */
            opened: number;
            closed: number | null;
            leaf: string;
            stage: string;
            /** @enum {string} */
            activity: "waiting" | "assigned" | "paused";
            /** @enum {string} */
            party: "hdab" | "applicant" | "holder" | "ethics" | "environment" | "user";
            cause: string | null;
            holder: string | null;
            assignee: string | null;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt: string | null;
            /** @description Seconds from when it happened to when it was registered. */
            recordingLag: number;
            /**
             * Format: date-time
             * @description When the party was asked for the cause.
             */
            causeAskedAt: string | null;
        };
        QueueBody: {
            /** @example legal-review */
            stage: string;
            waiting: number;
            assigned: number;
            paused: number;
            /** @description Waiting and paused. */
            byCause: {
                [key: string]: number;
            };
            /**
             * Format: date-time
             * @description Since when the oldest is as it is.
             */
            oldest: string | null;
            /** @description With a deadline that has not passed. */
            due: number;
            /** @description With a deadline that has passed. */
            overdue: number;
        };
        QueueItemBody: {
            /** Format: uuid */
            id: string;
            workflow: string;
            /** Format: uuid */
            parent: string | null;
            /** @description Of the application. */
            registrationNumber: string | null;
            holder: string | null;
            part: string | null;
            occasion: string | null;
            stage: string;
            region: string;
            /** @enum {string} */
            activity: "waiting" | "assigned" | "paused";
            /** @enum {string} */
            party: "hdab" | "applicant" | "holder" | "ethics" | "environment" | "user";
            cause: string | null;
            assignee: string | null;
            /** Format: date-time */
            since: string;
            /**
             * Format: date-time
             * @description When the party was asked for the cause of a wait that nobody had explained.
             */
            causeAskedAt: string | null;
            /** Format: date */
            due: string | null;
        };
        BoxBody: {
            /** @description Seconds. */
            p10: number | null;
            /** @description Seconds. */
            p25: number | null;
            /** @description Seconds. */
            p50: number | null;
            /** @description Seconds. */
            p75: number | null;
            /** @description Seconds. */
            p90: number | null;
        };
        BinBody: {
            /** @description From so many seconds on. */
            from: number;
            /** @description Below so many; null: all that are longer. */
            to: number | null;
            /** @description Closed visits. */
            n: number;
        };
        CurvePointBody: {
            /** @description From this age on. Seconds. */
            age: number;
            /** @description Share that lasts longer. */
            survival: number;
            /** @description Of the 95 % interval. */
            lower: number | null;
            /** @description Of the 95 % interval. */
            upper: number | null;
            atRisk: number;
        };
        LengthsBody: {
            /** @example legal-review */
            key: string;
            /** @description Closed visits. */
            n: number;
            /** @description Open visits. */
            open: number;
            /** @description Of the closed visits. */
            box: components["schemas"]["BoxBody"];
            /** @description At most fifteen. */
            distribution: components["schemas"]["BinBody"][];
            /** @description Kaplan-Meier with delayed entry, told to within 2 %; empty where nothing has ended. */
            survival: components["schemas"]["CurvePointBody"][];
        };
        AgeCountBody: {
            /** @description Whole days; by the week where there are many ages. */
            days: number;
            /** @description Visits of this age. */
            n: number;
        };
        AgeingRowBody: {
            /** @example legal-review */
            key: string;
            /** @description The oldest first. */
            ages: components["schemas"]["AgeCountBody"][];
        };
        AgeingBody: {
            items: components["schemas"]["AgeingRowBody"][];
        };
        AccessRecordBody: {
            /** Format: date-time */
            at: string;
            /** @description Of whoever looked. */
            roles: ("applicant" | "case_officer" | "legal_reviewer" | "technical_reviewer" | "decision_maker" | "data_holder" | "environment_operator" | "data_engineer" | "manager" | "auditor" | "administrator")[];
            /**
             * @description `entry`: a sign-in or sign-out, or somebody turned away at the door. No applicant meets it.
             * @enum {string}
             */
            purpose: "case-handling" | "own-case" | "audit" | "supervision" | "support" | "data-subject-request" | "entry";
            /**
             * @description What was looked at.
             * @example GET /api/v1/cases/:id
             */
            request: string;
            /** @description Place in the one chain of all looks. */
            number: number;
            subject: string;
            /** @description Shown or asked for. */
            instances: string[];
            /** @description Code of the refusal; null: it was shown. */
            refused: string | null;
            /** @description How often within a minute, where it was counted; null: this once. */
            times: number | null;
            previousHash: string;
            hash: string;
        };
        LookBody: {
            /** Format: date-time */
            at: string;
            /** @description Of whoever looked. */
            roles: ("applicant" | "case_officer" | "legal_reviewer" | "technical_reviewer" | "decision_maker" | "data_holder" | "environment_operator" | "data_engineer" | "manager" | "auditor" | "administrator")[];
            /**
             * @description `entry`: a sign-in or sign-out, or somebody turned away at the door. No applicant meets it.
             * @enum {string}
             */
            purpose: "case-handling" | "own-case" | "audit" | "supervision" | "support" | "data-subject-request" | "entry";
            /**
             * @description What was looked at.
             * @example GET /api/v1/cases/:id
             */
            request: string;
        };
        CohortBody: {
            /** Format: date */
            from: string | null;
            /** Format: date */
            to: string | null;
            cases: number;
            open: number;
        };
        SecondsBody: {
            p50: number | null;
            p75: number | null;
            p90: number | null;
            max: number | null;
            mean: number | null;
            /** @description Seconds. */
            sum: number;
        };
        QuantilesBody: {
            p50: number | null;
            p75: number | null;
            p90: number | null;
        };
        ContributedBody: {
            /** @description Seconds. */
            seconds: number;
            /** @description The shares of all rows add up to 1. */
            share: number;
        };
        TargetBody: {
            /** @description Seconds. */
            seconds: number;
            /** @description Share of the visits within it. */
            within: number;
        };
        RowBody: {
            /** @example legal-review */
            key: string;
            /** @description Closed visits. */
            n: number;
            /** @description Open visits. */
            open: number;
            seconds: components["schemas"]["SecondsBody"];
            /** @description Open visits counted; null where not reached. */
            censored: components["schemas"]["QuantilesBody"];
            /** @description Seconds. */
            waiting: number;
            /** @description Seconds. */
            assigned: number;
            /** @description Seconds. */
            paused: number;
            /** @description Seconds. */
            idle: number;
            causes: {
                [key: string]: number;
            };
            /** @description Along the critical path. */
            contributed: components["schemas"]["ContributedBody"];
            /** @description Seconds. */
            removable: number;
            excess: number | null;
            target: components["schemas"]["TargetBody"] | null;
        };
        MilestoneBody: {
            p50: number | null;
            p75: number | null;
            p90: number | null;
            n: number;
        };
        MilestonesBody: {
            firstPart: components["schemas"]["MilestoneBody"] | null;
            receipt: components["schemas"]["MilestoneBody"] | null;
            ethicsToSubmission: components["schemas"]["MilestoneBody"] | null;
            fromCovering: components["schemas"]["MilestoneBody"] | null;
        };
        StoryBeforeBody: {
            ethicsToSubmission: number | null;
            submissionToEthics: number | null;
        };
        StoryTurnBody: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description Seconds. */
            seconds: number;
            /** @enum {string} */
            activity: "waiting" | "assigned" | "paused";
            /** @description Whose turn it was. */
            party: string;
            /** @description Code of the cause list. */
            cause: string | null;
            leaf: string;
            /** @description Of assigned time: without an event for over five working days. */
            idle: number;
        };
        StoryBranchBody: {
            /** Format: uuid */
            instanceId: string;
            /** @example release */
            workflow: string;
            holder: string | null;
            part: string | null;
            occasion: string | null;
            /** @description Its stages during the visit. */
            stages: string[];
            /** @enum {string} */
            end: "earlier" | "done" | "same-moment" | "later-on-path" | "still-running";
            /** Format: date-time */
            ended: string | null;
            /** @description By how much it ended before the last branch. */
            earlier: number | null;
        };
        StoryVisitBody: {
            /** Format: uuid */
            instanceId: string;
            /** @example release */
            workflow: string;
            holder: string | null;
            part: string | null;
            occasion: string | null;
            /** @description Null: time that belongs to nobody. */
            stage: string | null;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description Seconds. */
            seconds: number;
            /** @description After the day of the start, up to and with that of the end. */
            workingDays: number;
            /**
             * Format: date-time
             * @description When the visit began, wherever the critical path went then.
             */
            begun: string;
            /** @description 2: the stage was entered again. */
            round: number;
            /** @description The path comes back to it. */
            continued: boolean;
            open: boolean;
            /** @description They add up to the visit. */
            turns: components["schemas"]["StoryTurnBody"][];
            /** @description What ran at the same time. */
            beside: components["schemas"]["StoryBranchBody"][];
            /** @description How much earlier the case would have ended without it. */
            removable: number;
            /** @enum {string|null} */
            limitedBy: "another-branch" | "later-beginning" | null;
            /** @description A fork is not joined yet. */
            provisional: boolean;
        };
        StoryMilestoneBody: {
            /** Format: uuid */
            instanceId: string;
            /** @example release */
            workflow: string;
            holder: string | null;
            part: string | null;
            occasion: string | null;
            key: string;
            /** Format: date-time */
            at: string;
            /** @description Seconds from the start of the clock; negative before it. */
            after: number;
        };
        StoryRowBody: {
            /** @description A stage; none is nobody’s. */
            key: string;
            workflow: string;
            /** @description Seconds. */
            seconds: number;
        };
        StoryBody: {
            /** Format: uuid */
            caseId: string;
            registrationNumber: string | null;
            /**
             * @description Of the text.
             * @enum {string}
             */
            language: "en" | "sv";
            /** @description Paragraphs; the last adds up to the whole. */
            text: string[];
            /** @enum {string} */
            clock: "lead-time" | "after-ethics";
            workflow: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description Seconds. */
            seconds: number;
            workingDays: number;
            /** @description Null while the case is open. */
            outcome: string | null;
            /** @description Time before the clock, which stands apart. */
            before: components["schemas"]["StoryBeforeBody"];
            /** @description They follow each other and add up to the whole. */
            visits: components["schemas"]["StoryVisitBody"][];
            milestones: components["schemas"]["StoryMilestoneBody"][];
            /** @description By stage; they add up to the whole. */
            rows: components["schemas"]["StoryRowBody"][];
        };
        ReportBody: {
            /** @enum {string} */
            report: "lead-time" | "after-ethics";
            /** @description What is measured, in words. */
            definition: string;
            /** Format: date-time */
            refreshedAt: string;
            /** @enum {string} */
            method: "exact" | "rollup";
            /** @description Bound of the relative error. */
            error: number;
            cohort: components["schemas"]["CohortBody"];
            outcomes?: {
                access: number;
                partial: number;
                refused: number;
                dismissed: number;
                withdrawn: number;
                answered: number;
            };
            total: components["schemas"]["RowBody"];
            milestones: components["schemas"]["MilestonesBody"];
            /** @description Share with access by day; null where not reached. */
            accessBy?: {
                90: number | null;
                180: number | null;
                365: number | null;
            } | null;
            /** @description Cumulative incidence of each outcome. */
            incidence: {
                [key: string]: {
                    90: number | null;
                    180: number | null;
                    365: number | null;
                };
            } | null;
            rows: components["schemas"]["RowBody"][];
            /** @description Where one case was asked for. */
            story: components["schemas"]["StoryBody"] | null;
        };
        PeriodBody: {
            /** Format: date */
            from: string | null;
            /**
             * Format: date
             * @description Not counted.
             */
            to: string | null;
        };
        ActivityPointBody: {
            /**
             * @description Point of Art 59(1).
             * @example h
             */
            point: string;
            subject: string;
            /**
             * @description Where its figures stand.
             * @enum {string|null}
             */
            figures: "applications" | "daysToAccess" | null;
            /** @description What of it the system does not know. */
            missing: string | null;
        };
        ActivityRowBody: {
            submitted: number;
            /** @description Permits issued. */
            permit: number;
            refused: number;
            /** @description With statistics. */
            answered: number;
            dismissed: number;
            withdrawn: number;
            /** @description All of these but the submitted. */
            decided: number;
            /** @description A code, or not-stated. */
            key: string;
        };
        ApplicationsBody: {
            submitted: number;
            /** @description Permits issued. */
            permit: number;
            refused: number;
            /** @description With statistics. */
            answered: number;
            dismissed: number;
            withdrawn: number;
            /** @description All of these but the submitted. */
            decided: number;
            applicantType: components["schemas"]["ActivityRowBody"][];
            /** @description Art 53(1); an application may have several. */
            purpose: components["schemas"]["ActivityRowBody"][];
            /** @description Art 51(1); an application may have several. */
            dataCategory: components["schemas"]["ActivityRowBody"][];
        };
        DaysBody: {
            n: number;
            /** @description Days of 24 hours. */
            mean: number | null;
            /** @description Days of 24 hours. */
            p50: number | null;
        };
        DaysToAccessBody: {
            /** @description From first submission to access to the last part. */
            access: components["schemas"]["DaysBody"];
            /** @description To an answer with statistics. */
            answer: components["schemas"]["DaysBody"];
            /** @description So far, of what is open at the end of the period. */
            open: components["schemas"]["DaysBody"];
        };
        ActivityBody: {
            /** @description What is measured, in words. */
            definition: string;
            /** Format: date-time */
            refreshedAt: string;
            /** @enum {string} */
            method: "exact" | "rollup";
            /** @description Bound of the relative error. */
            error: number;
            period: components["schemas"]["PeriodBody"];
            /** @enum {string} */
            report: "activity";
            /** @description Every point, in order. */
            points: components["schemas"]["ActivityPointBody"][];
            applications: components["schemas"]["ApplicationsBody"];
            daysToAccess: components["schemas"]["DaysToAccessBody"];
        };
        UnexplainedBody: {
            /** @description Seconds. */
            seconds: number;
            /** @description Of all time of its table. */
            share: number;
        };
        ParetoRowBody: {
            /** @description Null where no cause was given. */
            cause: string | null;
            /** @description Seconds. */
            seconds: number;
            /** @description Waits and pauses. */
            spans: number;
            /** @description Of all time of its table. */
            share: number;
            /** @description The shares of this row and all before it. */
            cumulative: number;
        };
        PartyParetoBody: {
            /** @enum {string} */
            party: "hdab" | "applicant" | "holder" | "ethics" | "environment" | "user";
            /** @description Of the time of all parties. */
            share: number;
            /** @description How often it was asked in the period why a case stood. */
            asked: number;
            /** @description Seconds. */
            seconds: number;
            spans: number;
            /** @description Of no cause given, and of unknown cause. */
            unexplained: components["schemas"]["UnexplainedBody"];
            /** @description The largest first. */
            pareto: components["schemas"]["ParetoRowBody"][];
        };
        CausesBody: {
            /** @description What is measured, in words. */
            definition: string;
            /** Format: date-time */
            refreshedAt: string;
            /** @enum {string} */
            method: "exact" | "rollup";
            /** @description Bound of the relative error. */
            error: number;
            period: components["schemas"]["PeriodBody"];
            /** @enum {string} */
            report: "causes";
            /** @description How often somebody was asked in the period why a case stood. */
            asked: number;
            /** @description Seconds. */
            seconds: number;
            spans: number;
            /** @description Of no cause given, and of unknown cause. */
            unexplained: components["schemas"]["UnexplainedBody"];
            /** @description The largest first. */
            pareto: components["schemas"]["ParetoRowBody"][];
            /** @description The one that kept cases standing longest first. */
            parties: components["schemas"]["PartyParetoBody"][];
        };
        ExtendedBody: {
            n: number;
            /** @description The reason is kept with the case. */
            given: number;
            /** @description It was disposed of with its payload. */
            disposed: number;
            missing: number;
        };
        DaysOverBody: {
            sum: number;
            p50: number | null;
            max: number | null;
        };
        DaysUsedBody: {
            p50: number | null;
            max: number | null;
        };
        DaysLeftBody: {
            p50: number | null;
            min: number | null;
        };
        ConfiguredClockBody: {
            name: components["schemas"]["TextBody"];
            /** @description Whose duty it measures. */
            party: string;
            /** @description Article or document that gives it. */
            source: string;
            /**
             * @example {
             *       "months": 3
             *     }
             */
            length: {
                [key: string]: unknown;
            } | null;
            /**
             * @example {
             *       "months": 3
             *     }
             */
            extension: {
                [key: string]: unknown;
            } | null;
        };
        ClockPartBody: {
            /**
             * @description A clock, a holder or a month.
             * @example holder-delivery
             */
            key: string;
            /** @description Decided in the period: met or breached. */
            n: number;
            met: number;
            breached: number;
            shareMet: number | null;
            void: number;
            /** @description At the end of the period, overdue ones included. */
            running: number;
            overdue: number;
            extended: components["schemas"]["ExtendedBody"];
            /** @description Civil days past the due date, of the breaches. */
            daysOver: components["schemas"]["DaysOverBody"];
            daysUsed: components["schemas"]["DaysUsedBody"];
            daysLeft: components["schemas"]["DaysLeftBody"];
        };
        ClockRowBody: {
            /**
             * @description A clock, a holder or a month.
             * @example holder-delivery
             */
            key: string;
            /** @description Decided in the period: met or breached. */
            n: number;
            met: number;
            breached: number;
            shareMet: number | null;
            void: number;
            /** @description At the end of the period, overdue ones included. */
            running: number;
            overdue: number;
            extended: components["schemas"]["ExtendedBody"];
            /** @description Civil days past the due date, of the breaches. */
            daysOver: components["schemas"]["DaysOverBody"];
            daysUsed: components["schemas"]["DaysUsedBody"];
            daysLeft: components["schemas"]["DaysLeftBody"];
            /** @description As configured today. */
            clock: components["schemas"]["ConfiguredClockBody"] | null;
            rows: components["schemas"]["ClockPartBody"][];
        };
        NamedCaseBody: {
            /** Format: uuid */
            id: string;
            registrationNumber: string | null;
        };
        BreachedInstanceBody: {
            /** Format: uuid */
            id: string | null;
            workflow: string;
            part: string | null;
            occasion: string | null;
        };
        ExtensionBody: {
            /** Format: date */
            on: string;
            /** @enum {string} */
            reason: "given" | "disposed" | "missing";
        };
        WindowTimeBody: {
            stage: string;
            /** @description Seconds. */
            waiting: number;
            /** @description Seconds. */
            assigned: number;
            /** @description Seconds. */
            paused: number;
            causes: {
                [key: string]: number;
            };
        };
        BreachBody: {
            clock: string;
            name: components["schemas"]["TextBody"] | null;
            party: string | null;
            /** @description Null for readers who see no cases. */
            case: components["schemas"]["NamedCaseBody"] | null;
            instance: components["schemas"]["BreachedInstanceBody"];
            holder: string | null;
            /** Format: date */
            started: string;
            /** Format: date */
            due: string;
            extended: components["schemas"]["ExtensionBody"] | null;
            pausedDays: number;
            /** Format: date */
            breached: string;
            /**
             * Format: date
             * @description Null while the thing is not done.
             */
            ended: string | null;
            daysOver: number;
            /** @description From the start to the end or now. */
            time: components["schemas"]["WindowTimeBody"][];
        };
        BreachesBody: {
            total: number;
            /** @description The longest over first. */
            items: components["schemas"]["BreachBody"][];
            /** @description For the next page; null after the last. */
            cursor: string | null;
        };
        ClocksBody: {
            /** @description What is measured, in words. */
            definition: string;
            /** Format: date-time */
            refreshedAt: string;
            /** @enum {string} */
            method: "exact" | "rollup";
            /** @description Bound of the relative error. */
            error: number;
            period: components["schemas"]["PeriodBody"];
            /** @enum {string} */
            report: "clocks";
            rows: components["schemas"]["ClockRowBody"][];
            breaches: components["schemas"]["BreachesBody"];
        };
        WorkInProgressBody: {
            /** @description Open when the period began. */
            start: number;
            /** @description Open when it ended. */
            end: number;
            /** @description On average over its time. */
            average: number | null;
        };
        FlowMonthBody: {
            /**
             * @description In Stockholm.
             * @example 2026-11
             */
            month: string;
            arrivals: number;
            departures: number;
            /** @description At the month's end. */
            workInProgress: number;
        };
        AgeBody: {
            /** @description Seconds. */
            p50: number | null;
            /** @description Seconds. */
            p90: number | null;
            /** @description Seconds. */
            max: number | null;
            /** Format: date-time */
            oldest: string | null;
            over30Days: number;
            over90Days: number;
            over180Days: number;
        };
        LittleBody: {
            /** @description Average work in progress over the rate of arrival. Seconds. */
            expected: number | null;
            /** @description Of what departed. Seconds. */
            mean: number | null;
            /** @description Expected over mean. */
            ratio: number | null;
        };
        WholeFlowBody: {
            arrivals: number;
            departures: number;
            workInProgress: components["schemas"]["WorkInProgressBody"];
            months: components["schemas"]["FlowMonthBody"][];
            /** @description Of what is open at the end of the period. */
            age: components["schemas"]["AgeBody"];
            /** @description Open work over departures a week, of the last 13 weeks. */
            backlogWeeks: number | null;
            little: components["schemas"]["LittleBody"];
        };
        RecordingLagBody: {
            /** @description Spans that began in the period. */
            n: number;
            /** @description Seconds. */
            p50: number | null;
            /** @description Seconds. */
            p90: number | null;
            /** @description Share registered more than 24 hours later. */
            overADay: number | null;
        };
        StageFlowBody: {
            arrivals: number;
            departures: number;
            workInProgress: components["schemas"]["WorkInProgressBody"];
            months: components["schemas"]["FlowMonthBody"][];
            /** @description Of what is open at the end of the period. */
            age: components["schemas"]["AgeBody"];
            /** @description Open work over departures a week, of the last 13 weeks. */
            backlogWeeks: number | null;
            little: components["schemas"]["LittleBody"];
            /** @example legal-review */
            key: string;
            /** @description Arrivals of what had been in the stage before. */
            reEntries: number;
            /** @description Changes of assignee within a visit. */
            handOffs: number;
            recordingLag: components["schemas"]["RecordingLagBody"];
        };
        FlowBody: {
            /** @description What is measured, in words. */
            definition: string;
            /** Format: date-time */
            refreshedAt: string;
            /** @enum {string} */
            method: "exact" | "rollup";
            /** @description Bound of the relative error. */
            error: number;
            period: components["schemas"]["PeriodBody"];
            /** @enum {string} */
            report: "flow";
            cases: components["schemas"]["WholeFlowBody"];
            /** @description By stage. */
            rows: components["schemas"]["StageFlowBody"][];
        };
        HolderInstancesBody: {
            /** @example release */
            workflow: string;
            /** @description Ended in the period. */
            n: number;
            /** @description Open at its end. */
            open: number;
        };
        TimePartBody: {
            /**
             * @description own, other-holder (awaited), the party whose turn it was, or none.
             * @example own
             */
            key: string;
            /** @description Seconds. */
            seconds: number;
            /** @description Of the whole. */
            share: number;
            causes: {
                [key: string]: number;
            };
        };
        HolderTimeBody: {
            /** @description Seconds. */
            seconds: number;
            /** @description They add up to the whole. */
            parts: components["schemas"]["TimePartBody"][];
        };
        OwnTimeBody: {
            /** @description Seconds. */
            seconds: number;
            /** @description Of the whole. */
            share: number;
        };
        ComparisonBody: {
            /** @description Other holders that count. */
            holders: number | null;
            /** @description Seconds. */
            p25: number | null;
            /** @description Seconds. */
            p50: number | null;
            /** @description Seconds. */
            p75: number | null;
            /**
             * @description Why there is none.
             * @enum {string|null}
             */
            withheld: "few-holders" | "few-visits" | null;
        };
        HolderRowBody: {
            /**
             * @description A stage.
             * @example extraction
             */
            key: string;
            /** @description Closed visits. */
            n: number;
            /** @description Open visits. */
            open: number;
            /** @description Own time of closed visits. */
            seconds: components["schemas"]["SecondsBody"];
            /** @description Open visits counted; null where not reached. */
            censored: components["schemas"]["QuantilesBody"];
            /** @description Inside the period. */
            own: components["schemas"]["OwnTimeBody"];
            /** @description Seconds. */
            waiting: number;
            /** @description Seconds. */
            assigned: number;
            /** @description Seconds. */
            paused: number;
            causes: {
                [key: string]: number;
            };
            /** @description How the medians of the other holders lie. */
            comparison: components["schemas"]["ComparisonBody"];
        };
        OwnClockBody: {
            /**
             * @description A clock, a holder or a month.
             * @example holder-delivery
             */
            key: string;
            /** @description Decided in the period: met or breached. */
            n: number;
            met: number;
            breached: number;
            shareMet: number | null;
            void: number;
            /** @description At the end of the period, overdue ones included. */
            running: number;
            overdue: number;
            extended: components["schemas"]["ExtendedBody"];
            /** @description Civil days past the due date, of the breaches. */
            daysOver: components["schemas"]["DaysOverBody"];
            daysUsed: components["schemas"]["DaysUsedBody"];
            daysLeft: components["schemas"]["DaysLeftBody"];
            /** @description As configured today. */
            clock: components["schemas"]["ConfiguredClockBody"] | null;
        };
        QualityFiguresBody: {
            passed: number;
            firstTimeRight: number | null;
            /** @description Null: no workflow here knows such an event. */
            returns: number | null;
            /** @description Null: no workflow here knows such an event. */
            redeliveries: number | null;
            /** @description Null: no workflow here knows such an event. */
            complaints: number | null;
            /** @description Null: no workflow here knows such an event. */
            completionRequests: number | null;
            /** @description Null: no workflow here knows such an event. */
            corrections: number | null;
            /** @description Stages entered again. */
            reEntries: number;
        };
        QualityPartBody: {
            passed: number;
            firstTimeRight: number | null;
            /** @description Null: no workflow here knows such an event. */
            returns: number | null;
            /** @description Null: no workflow here knows such an event. */
            redeliveries: number | null;
            /** @description Null: no workflow here knows such an event. */
            complaints: number | null;
            /** @description Null: no workflow here knows such an event. */
            completionRequests: number | null;
            /** @description Null: no workflow here knows such an event. */
            corrections: number | null;
            /** @description Stages entered again. */
            reEntries: number;
            /**
             * @description A stage or a holder.
             * @example extraction
             */
            key: string;
        };
        OwnQualityBody: {
            total: components["schemas"]["QualityFiguresBody"];
            /** @description By stage. */
            rows: components["schemas"]["QualityPartBody"][];
        };
        HolderBody: {
            /** @description What is measured, in words. */
            definition: string;
            /** Format: date-time */
            refreshedAt: string;
            /** @enum {string} */
            method: "exact" | "rollup";
            /** @description Bound of the relative error. */
            error: number;
            period: components["schemas"]["PeriodBody"];
            /** @enum {string} */
            report: "holder";
            /** @example region-norr */
            holder: string;
            instances: components["schemas"]["HolderInstancesBody"][];
            time: components["schemas"]["HolderTimeBody"];
            /** @description The most own time first. */
            rows: components["schemas"]["HolderRowBody"][];
            clocks: components["schemas"]["OwnClockBody"][];
            quality: components["schemas"]["OwnQualityBody"];
        };
        QualityRowBody: {
            passed: number;
            firstTimeRight: number | null;
            /** @description Null: no workflow here knows such an event. */
            returns: number | null;
            /** @description Null: no workflow here knows such an event. */
            redeliveries: number | null;
            /** @description Null: no workflow here knows such an event. */
            complaints: number | null;
            /** @description Null: no workflow here knows such an event. */
            completionRequests: number | null;
            /** @description Null: no workflow here knows such an event. */
            corrections: number | null;
            /** @description Stages entered again. */
            reEntries: number;
            /**
             * @description A stage or a holder.
             * @example extraction
             */
            key: string;
            /** @description By holder. */
            rows: components["schemas"]["QualityPartBody"][];
        };
        QualityBody: {
            /** @description What is measured, in words. */
            definition: string;
            /** Format: date-time */
            refreshedAt: string;
            /** @enum {string} */
            method: "exact" | "rollup";
            /** @description Bound of the relative error. */
            error: number;
            period: components["schemas"]["PeriodBody"];
            /** @enum {string} */
            report: "quality";
            /** @description Cases of which some part lies in the period. */
            cases: number;
            completionRequestsPerCase: number | null;
            total: components["schemas"]["QualityFiguresBody"];
            rows: components["schemas"]["QualityRowBody"][];
        };
        CaseBehindBody: {
            /** Format: uuid */
            id: string;
            /** @description Of a child: that of its application. */
            registrationNumber: string | null;
            /** @description Closed visits. */
            n: number;
            /** @description Open visits. */
            open: number;
            /** @description Seconds of its closed visits together. */
            seconds: number;
            /** @description Seconds along the critical path. */
            contributed: number;
            /** @description Seconds. */
            removable: number;
        };
        HealthBody: {
            /** @enum {string} */
            status: "ok";
        };
        OwnSessionBody: {
            /** Format: uuid */
            id: string;
            /** @description Whether it is the one that asks. */
            current: boolean;
            /**
             * Format: date-time
             * @description When the person last proved who they are.
             */
            authenticatedAt: string | null;
            /**
             * Format: date-time
             * @description To within a thirtieth of the idle time.
             */
            lastUsedAt: string;
            /**
             * Format: date-time
             * @description When it ends without a further request.
             */
            idleUntil: string;
            /**
             * Format: date-time
             * @description When it ends, used or not.
             */
            endsAt: string;
        };
        OwnSessionsBody: {
            /** @description The newest first. */
            items: components["schemas"]["OwnSessionBody"][];
        };
        EndSessionsBody: {
            /** @description Of this person; of everybody where it is left out. */
            subject?: string;
        };
        EndedSessionsBody: {
            /** @description How many sessions ended. */
            ended: number;
        };
        DocumentBody: {
            /** Format: uuid */
            id: string;
            /** @description Of the event that added it. */
            number: number;
            /** @example research-plan */
            kind: string;
            /** @description Null once it is disposed of. */
            name: string | null;
            /** @description 1, 2, 3 within the chain of its versions. */
            version: number;
            /**
             * Format: uuid
             * @description The version before.
             */
            replaces: string | null;
            /**
             * Format: uuid
             * @description The version after.
             */
            replacedBy: string | null;
            /**
             * @description As the content tells.
             * @example application/pdf
             */
            mediaType: string;
            /** @description Bytes. */
            size: number;
            /** @description SHA-256 of the content, in hex; it stands in the ledger too. */
            digest: string;
            /** @enum {string} */
            state: "clean" | "unscanned" | "disposed";
            /** @description Subject. */
            addedBy: string;
            /** Format: date-time */
            addedAt: string;
        };
        DocumentKindBody: {
            /** @example research-plan */
            code: string;
            label: components["schemas"]["TextBody"];
        };
        DocumentRulesBody: {
            kinds: components["schemas"]["DocumentKindBody"][];
            /**
             * @example [
             *       "pdf",
             *       "docx"
             *     ]
             */
            extensions: string[];
            /** @description Bytes. */
            bytesPerDocument: number;
            /** @description Bytes, earlier versions among them. */
            bytesPerCase: number;
            /** @description Earlier versions among them. */
            documentsPerCase: number;
            /** @description Characters of a file name. */
            nameLength: number;
        };
        PublicPeriodBody: {
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description Not counted.
             */
            to: string;
        };
        PublicQueueBody: {
            /** @description Open cases. */
            open: number | null;
            /** @description Their median age. Seconds. */
            age: number | null;
            /** @description To end them at the pace of the last 13 weeks. */
            backlogWeeks: number | null;
        };
        PublicStageBody: {
            /** @example legal-review */
            key: string;
            label: components["schemas"]["TextBody"];
            /** @description Open visits. */
            open: number | null;
            /** @description Their median age. Seconds. */
            age: number | null;
            /** @description Of closed visits. Seconds. */
            p50: number | null;
            /** @description Of closed visits. Seconds. */
            p90: number | null;
        };
        PublicLeadTimesBody: {
            /** @description From first submission to access to the last part. */
            access: components["schemas"]["QuantilesBody"];
            /** @description From ethics approval to access to the last part. */
            afterEthics: components["schemas"]["QuantilesBody"];
            /** @description Median to an answer with statistics. Seconds. */
            answer: number | null;
        };
        PublicCountsBody: {
            /** @example legal-review */
            key: string;
            label: components["schemas"]["TextBody"];
            submitted: number | null;
            /** @description Permits issued. */
            permit: number | null;
            refused: number | null;
            /** @description With statistics. */
            answered: number | null;
            dismissed: number | null;
            withdrawn: number | null;
        };
        PublicGroupingBody: {
            /** @example legal-review */
            key: string;
            label: components["schemas"]["TextBody"];
            rows: components["schemas"]["PublicCountsBody"][];
        };
        NamedBody: {
            /** @example legal-review */
            key: string;
            label: components["schemas"]["TextBody"];
        };
        PublicStatusBody: {
            /** @description What the figures are of, and what is withheld. */
            definition: components["schemas"]["TextBody"];
            /** Format: date-time */
            refreshedAt: string;
            period: components["schemas"]["PublicPeriodBody"];
            /** @description At the end of the period. */
            queue: components["schemas"]["PublicQueueBody"];
            /** @description In the order in which workflows declare them. */
            stages: components["schemas"]["PublicStageBody"][];
            leadTimes: components["schemas"]["PublicLeadTimesBody"];
            /** @description Applications of the period: all of them, then by what tells them apart. */
            applications: components["schemas"]["PublicGroupingBody"][];
            /** @description What can be applied for here. */
            startable: components["schemas"]["NamedBody"][];
        };
        MessageBody: {
            /** @description Of the event by which it was sent. */
            number: number;
            /** @description Subject of who wrote it, or registered it for somebody. */
            actor: string;
            onBehalfOf: string | null;
            /** @enum {string|null} */
            basis: "phone" | "letter" | "email" | "meeting" | "registry" | null;
            /** Format: date-time */
            occurredAt: string;
            /** Format: date-time */
            recordedAt: string;
            /** @description Null once it is disposed of. */
            text: string | null;
            /** @description By somebody else, and not marked as read by the caller. */
            unread: boolean;
        };
        ReadInput: {
            /** @description Number of the last message that was read. */
            number: number;
        };
        ItemAssessmentBody: {
            /** @description Of the event. */
            number: number;
            /** @description Subject. */
            actor: string;
            onBehalfOf: string | null;
            /** Format: date-time */
            occurredAt: string;
            /** Format: date-time */
            recordedAt: string;
            /** @enum {string} */
            outcome: "met" | "not-met" | "unclear" | "not-applicable";
            /** @description Null where none was given, and once it is disposed of. */
            justification: string | null;
        };
        ChecklistItemBody: {
            /** @example 68-1-a */
            key: string;
            /** @example Art 68(1)(a) */
            source: string;
            text: components["schemas"]["TextBody"];
            /** @description The latest first; none before it is assessed. */
            assessments: components["schemas"]["ItemAssessmentBody"][];
        };
        ChecklistBody: {
            /** @example criteria */
            key: string;
            /** @description The one by which it was assessed last; else the latest. */
            version: number;
            /** @description Whoever works it assesses. */
            stage: string;
            /** @example Art 68(1), 68(2) */
            source: string;
            /** @description Four eyes: whoever assesses an item does not decide the case. */
            assessment: boolean;
            title: components["schemas"]["TextBody"];
            items: components["schemas"]["ChecklistItemBody"][];
        };
        AgendaItemBody: {
            /** Format: uuid */
            id: string;
            workflow: string;
            /** @example 2026-00042 */
            registrationNumber: string | null;
            /**
             * @description Null before it is recorded.
             * @enum {string|null}
             */
            result: "go-on" | "go-on-with-remarks" | "not-possible" | "postponed" | null;
            /** @description What was said of it last. */
            note: string | null;
        };
        MeetingBody: {
            /** Format: date */
            date: string;
            cases: components["schemas"]["AgendaItemBody"][];
        };
        UnreadCaseBody: {
            /** Format: uuid */
            id: string;
            workflow: string;
            /**
             * @description Of the whole case.
             * @example 2026-00042
             */
            registrationNumber: string | null;
            unread: number;
            /**
             * Format: date-time
             * @description When the last of them was registered.
             */
            latest: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeBody"];
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    listWorkflows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WorkflowSummaryBody"][];
                        /** @description Asks for the next page; null at the end. */
                        cursor: string | null;
                    };
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    getWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowBody"];
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    listCauses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CauseBody"][];
                        /** @description Asks for the next page; null at the end. */
                        cursor: string | null;
                    };
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    listCases: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The cursor of the page before. */
                cursor?: string;
                workflow?: string;
                parent?: string;
                stage?: string;
                party?: "hdab" | "applicant" | "holder" | "ethics" | "environment" | "user";
                cause?: string;
                /** @description Subject of a person. */
                assignee?: string;
                holder?: string;
                /** @description With an open deadline before this date. */
                due_before?: string;
                /** @description Part of the registration number. */
                q?: string;
                sort?: "created" | "-created" | "registrationNumber" | "-registrationNumber" | "since" | "-since" | "due" | "-due";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CaseBody"][];
                        /** @description Asks for the next page; null at the end. */
                        cursor: string | null;
                    };
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    createCase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseBody"];
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    getCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseBody"];
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    getActions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ActionBody"][];
                        /** @description Asks for the next page; null at the end. */
                        cursor: string | null;
                    };
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    patchForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseBody"];
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sendCommand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommandInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseBody"];
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The cursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EventBody"][];
                        /** @description Asks for the next page; null at the end. */
                        cursor: string | null;
                    };
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    listSpans: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The cursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SpanBody"][];
                        /** @description Asks for the next page; null at the end. */
                        cursor: string | null;
                    };
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    listClocks: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The cursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ClockBody"][];
                        /** @description Asks for the next page; null at the end. */
                        cursor: string | null;
                    };
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    listQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["QueueBody"][];
                        /** @description Asks for the next page; null at the end. */
                        cursor: string | null;
                    };
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    listQueueItems: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The cursor of the page before. */
                cursor?: string;
                activity?: "waiting" | "assigned" | "paused";
                /** @description Subject of a person. */
                assignee?: string;
                party?: "hdab" | "applicant" | "holder" | "ethics" | "environment" | "user";
                cause?: string;
                holder?: string;
                /** @description Part of the registration number of the application. */
                q?: string;
                /** @description `due`: the nearest deadline of the party whose turn it is first, and last what has none. */
                sort?: "since" | "due";
            };
            header?: never;
            path: {
                stage: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["QueueItemBody"][];
                        /** @description Asks for the next page; null at the end. */
                        cursor: string | null;
                    };
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    getLengths: {
        parameters: {
            query: {
                limit?: number;
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description First day of the period. */
                from?: string;
                /** @description First day after the period. */
                to?: string;
                /** @description What the rows are. */
                by?: "stage" | "party" | "holder" | "cause" | "month";
                /** @description Key of the workflow whose instances are the cases. */
                workflow?: string;
                /** @description Only cases in which this holder takes part. Of the report holder: whose it is. */
                holder?: string;
                /** @description Only cases of this track, as their form says. */
                track?: "ehds" | "osl";
                /** @description Only cases of this kind of source, as their form says. */
                sourceKind?: "register" | "quality-register" | "record" | "biobank";
                /** @description Only cases of this type of applicant, as their form says. */
                applicantType?: "public-body" | "union-body" | "research-organisation" | "microenterprise" | "company" | "non-profit" | "natural-person";
                /** @description Only cases of this purpose, as their form says. */
                purpose?: "53-1-a" | "53-1-b" | "53-1-c" | "53-1-d" | "53-1-e" | "53-1-f";
                /** @description Only cases of this data category, as their form says. */
                dataCategory?: "51-1-a" | "51-1-b" | "51-1-c" | "51-1-d" | "51-1-e" | "51-1-f" | "51-1-g" | "51-1-h" | "51-1-i" | "51-1-j" | "51-1-k" | "51-1-l" | "51-1-m" | "51-1-n" | "51-1-o" | "51-1-p" | "51-1-q";
                /** @description Only this case, which the caller must be allowed to see. */
                case?: string;
                /** @description Name of an imported log, in place of the own cases. */
                log?: string;
                /** @description Language of the definition. */
                language?: "en" | "sv";
                /** @description Key of the row; `total` for all cases that the report counts. */
                key: string;
            };
            header?: never;
            path: {
                report: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LengthsBody"];
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    getAgeing: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description First day of the period. */
                from?: string;
                /** @description First day after the period. */
                to?: string;
                /** @description What the rows are. */
                by?: "stage" | "party" | "holder" | "cause" | "month";
                /** @description Key of the workflow whose instances are the cases. */
                workflow?: string;
                /** @description Only cases in which this holder takes part. Of the report holder: whose it is. */
                holder?: string;
                /** @description Only cases of this track, as their form says. */
                track?: "ehds" | "osl";
                /** @description Only cases of this kind of source, as their form says. */
                sourceKind?: "register" | "quality-register" | "record" | "biobank";
                /** @description Only cases of this type of applicant, as their form says. */
                applicantType?: "public-body" | "union-body" | "research-organisation" | "microenterprise" | "company" | "non-profit" | "natural-person";
                /** @description Only cases of this purpose, as their form says. */
                purpose?: "53-1-a" | "53-1-b" | "53-1-c" | "53-1-d" | "53-1-e" | "53-1-f";
                /** @description Only cases of this data category, as their form says. */
                dataCategory?: "51-1-a" | "51-1-b" | "51-1-c" | "51-1-d" | "51-1-e" | "51-1-f" | "51-1-g" | "51-1-h" | "51-1-i" | "51-1-j" | "51-1-k" | "51-1-l" | "51-1-m" | "51-1-n" | "51-1-o" | "51-1-p" | "51-1-q";
                /** @description Only this case, which the caller must be allowed to see. */
                case?: string;
                /** @description Name of an imported log, in place of the own cases. */
                log?: string;
                /** @description Language of the definition. */
                language?: "en" | "sv";
            };
            header?: never;
            path: {
                report: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgeingBody"];
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    listAccessRecords: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description At this case and everything below it. */
                case?: string;
                /** @description By this person. */
                subject?: string;
                /** @description `entry`: sign-ins, sign-outs, and who was turned away at the door. */
                purpose?: "case-handling" | "own-case" | "audit" | "supervision" | "support" | "data-subject-request" | "entry";
                from?: string;
                /** @description Not itself. */
                to?: string;
                /** @description Refused attempts alone, or none of them. */
                refused?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AccessRecordBody"][];
                        /** @description Asks for the next page; null at the end. */
                        cursor: string | null;
                    };
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    listLooks: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The cursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LookBody"][];
                        /** @description Asks for the next page; null at the end. */
                        cursor: string | null;
                    };
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    getReport: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description First day of the period. */
                from?: string;
                /** @description First day after the period. */
                to?: string;
                /** @description What the rows are. */
                by?: "stage" | "party" | "holder" | "cause" | "month";
                /** @description Key of the workflow whose instances are the cases. */
                workflow?: string;
                /** @description Only cases in which this holder takes part. Of the report holder: whose it is. */
                holder?: string;
                /** @description Only cases of this track, as their form says. */
                track?: "ehds" | "osl";
                /** @description Only cases of this kind of source, as their form says. */
                sourceKind?: "register" | "quality-register" | "record" | "biobank";
                /** @description Only cases of this type of applicant, as their form says. */
                applicantType?: "public-body" | "union-body" | "research-organisation" | "microenterprise" | "company" | "non-profit" | "natural-person";
                /** @description Only cases of this purpose, as their form says. */
                purpose?: "53-1-a" | "53-1-b" | "53-1-c" | "53-1-d" | "53-1-e" | "53-1-f";
                /** @description Only cases of this data category, as their form says. */
                dataCategory?: "51-1-a" | "51-1-b" | "51-1-c" | "51-1-d" | "51-1-e" | "51-1-f" | "51-1-g" | "51-1-h" | "51-1-i" | "51-1-j" | "51-1-k" | "51-1-l" | "51-1-m" | "51-1-n" | "51-1-o" | "51-1-p" | "51-1-q";
                /** @description Only this case, which the caller must be allowed to see. */
                case?: string;
                /** @description Name of an imported log, in place of the own cases. */
                log?: string;
                /** @description Language of the definition. */
                language?: "en" | "sv";
                /** @description As it may be published: counts under five, the figures of such groups, and what they could be computed from are null. */
                public?: "true" | "false";
            };
            header?: never;
            path: {
                report: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportBody"] | components["schemas"]["ActivityBody"] | components["schemas"]["CausesBody"] | components["schemas"]["ClocksBody"] | components["schemas"]["FlowBody"] | components["schemas"]["HolderBody"] | components["schemas"]["QualityBody"];
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    getCasesBehind: {
        parameters: {
            query: {
                limit?: number;
                /** @description The cursor of the page before. */
                cursor?: string;
                /** @description First day of the period. */
                from?: string;
                /** @description First day after the period. */
                to?: string;
                /** @description What the rows are. */
                by?: "stage" | "party" | "holder" | "cause" | "month";
                /** @description Key of the workflow whose instances are the cases. */
                workflow?: string;
                /** @description Only cases in which this holder takes part. Of the report holder: whose it is. */
                holder?: string;
                /** @description Only cases of this track, as their form says. */
                track?: "ehds" | "osl";
                /** @description Only cases of this kind of source, as their form says. */
                sourceKind?: "register" | "quality-register" | "record" | "biobank";
                /** @description Only cases of this type of applicant, as their form says. */
                applicantType?: "public-body" | "union-body" | "research-organisation" | "microenterprise" | "company" | "non-profit" | "natural-person";
                /** @description Only cases of this purpose, as their form says. */
                purpose?: "53-1-a" | "53-1-b" | "53-1-c" | "53-1-d" | "53-1-e" | "53-1-f";
                /** @description Only cases of this data category, as their form says. */
                dataCategory?: "51-1-a" | "51-1-b" | "51-1-c" | "51-1-d" | "51-1-e" | "51-1-f" | "51-1-g" | "51-1-h" | "51-1-i" | "51-1-j" | "51-1-k" | "51-1-l" | "51-1-m" | "51-1-n" | "51-1-o" | "51-1-p" | "51-1-q";
                /** @description Only this case, which the caller must be allowed to see. */
                case?: string;
                /** @description Name of an imported log, in place of the own cases. */
                log?: string;
                /** @description Language of the definition. */
                language?: "en" | "sv";
                /** @description Key of the row; `total` for all cases that the report counts. */
                key: string;
            };
            header?: never;
            path: {
                report: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CaseBehindBody"][];
                        /** @description Asks for the next page; null at the end. */
                        cursor: string | null;
                    };
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    getLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthBody"];
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    getReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthBody"];
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: {
                /** @description By which sign-in service; may be left out where there is but one. */
                issuer?: string;
                /** @description Where to go afterwards: a path of this service. */
                returnTo?: string;
                /** @description Prove anew who you are, as decisions ask for. */
                fresh?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the sign-in service, and from there back with a session */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSessionsBody"];
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    endSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndSessionsBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedSessionsBody"];
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    backChannelLogout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issuer: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    logout_token: string;
                };
                "application/json": {
                    logout_token: string;
                };
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The cursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DocumentBody"][];
                        /** @description Asks for the next page; null at the end. */
                        cursor: string | null;
                    };
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    addDocument: {
        parameters: {
            query: {
                /** @description Code of a configured kind of document. */
                kind: string;
            };
            header: {
                /** @description Its name, as RFC 6266 has it: `attachment; filename*=UTF-8''forskningsplan.pdf` */
                "Content-Disposition": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentBody"];
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    replaceDocument: {
        parameters: {
            query?: never;
            header: {
                /** @description Its name, as RFC 6266 has it: `attachment; filename*=UTF-8''forskningsplan.pdf` */
                "Content-Disposition": string;
            };
            path: {
                id: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentBody"];
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    readDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    getDocumentRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentRulesBody"];
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    getPublicStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicStatusBody"];
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    listMessages: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The cursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MessageBody"][];
                        /** @description Asks for the next page; null at the end. */
                        cursor: string | null;
                    };
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    markMessagesRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadInput"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    listChecklists: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ChecklistBody"][];
                        /** @description Asks for the next page; null at the end. */
                        cursor: string | null;
                    };
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    listMeetings: {
        parameters: {
            query?: {
                /** @description The first date; today, when absent. */
                from?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MeetingBody"][];
                        /** @description Asks for the next page; null at the end. */
                        cursor: string | null;
                    };
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    listUnread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnreadCaseBody"][];
                        /** @description Asks for the next page; null at the end. */
                        cursor: string | null;
                    };
                };
            };
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
}
