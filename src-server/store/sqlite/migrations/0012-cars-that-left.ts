/** When the last car left a bay, without reading every stay. */
export const carsThatLeft = /* sql */ `
CREATE INDEX stay_left_bay ON stay (resource_id, exited_at) WHERE state = 'exited';
`
