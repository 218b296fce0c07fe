/** Printing on a printer that was chosen for this computer. */
export const printing = {
  'printing.title': 'Printing',
  'printing.hint':
    'On a printer that is chosen here Kerbside prints at once, without asking. Kept on this computer only.',
  'printing.use.receipts': 'Printer for receipts and Z reports',
  'printing.use.lists': 'Printer for lists',
  'printing.ask': 'Ask each time',
  'printing.noneHere': 'This computer knows no printer. Add one in its settings, then look again.',
  'printing.look': 'Look for printers again',
  'printing.gone': 'That printer is not there now. Switch it on and look again, or choose another.',
  'printing.inTrouble': '{printer} ({trouble})',
  'printing.trouble.stopped': 'stopped',
  'printing.trouble.no_paper': 'out of paper',
  'printing.trouble.offline': 'switched off',
  'printing.test': 'Print a test page',
  'printing.testOf': 'Print a test page: {use}',
  'printing.testTitle': 'Test page',
  'printing.sent': 'Sent to {printer}',
  'printing.problem.gone':
    'Nothing was printed: the printer {printer} is not there. Switch it on and try again, or print on another one.',
  'printing.problem.offline':
    'Nothing was printed: the printer {printer} does not answer. Switch it on, see to its cable and try again, or print on another one.',
  'printing.problem.no_paper':
    'Nothing was printed: the printer {printer} is out of paper. Put some in and try again, or print on another one.',
  'printing.problem.stopped':
    'Nothing was printed: the printer {printer} is stopped. Start it in this computer’s settings and try again, or print on another one.',
  'printing.problem.failed':
    'The printer {printer} refused it. See to the printer and print again; a receipt then says COPY.',
  'printing.again': 'Try again',
  'printing.another': 'Print on another',
} as const
