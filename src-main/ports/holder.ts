/** The program that listens on a port. */
export interface PortHolder {
  /** What the system calls it, such as `nginx` or `node.exe`. */
  readonly program: string
  readonly pid: number
}
