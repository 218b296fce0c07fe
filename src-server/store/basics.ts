/** An instant in the store: whole milliseconds of business time since the Unix epoch, UTC. */
export type Ms = number

/** The two trades of a site. */
export type ServiceKind = 'wash' | 'parking'
