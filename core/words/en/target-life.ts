/** Members' comings and goings and their targets; import and export of targets. */
export const targetLife = {
  "target.life.region": "Targets touched by comings and goings",
  "target.life.left":
    "{{member}} is off the team from {{day}}: {{days}} of {{meant}} working days in {{month}}; {{amount}} of the target is no longer theirs.",
  "target.life.left.whole":
    "{{member}} is off the team from {{day}}: {{amount}} of targets in the months after is no longer theirs.",
  "target.life.joined":
    "{{member}} joins on {{day}}: {{days}} of {{meant}} working days in {{month}}; {{amount}} of the target is more than these days.",
  "target.life.joined.whole":
    "{{member}} joins on {{day}}: nobody carries {{amount}} of targets in the months before.",
  "target.life.leave":
    "{{member}} is on leave from {{from}}, back on {{until}}: {{days}} of {{meant}} working days in {{month}}; nobody carries {{amount}} of the target.",
  "target.life.leave.whole":
    "{{member}} is on leave from {{from}}, back on {{until}}: nobody carries {{amount}} of targets in these months.",
  "target.life.moved":
    "{{member}} moves to {{group}} on {{day}} and takes the targets along: the former group lacks {{amount}}.",
  "target.life.more": "{{count}} more members, show",
  "target.life.hand-on": "Hand on",
  "target.life.keep": "Set with these days in mind",
  "target.life.title": "Hand on targets of {{member}}",
  "target.life.what": "No longer theirs",
  "target.life.to": "To whom",
  "target.life.to.nobody": "Nobody yet: leave it unassigned",
  "target.life.to.shares": "The others of the group, by present targets",
  "target.life.to.weights": "The others of the group, by the assistant's weights",
  "target.life.to.successor": "One successor",
  "target.life.successor": "Successor",
  "target.life.month": "Month",
  "target.life.column.days": "Days",
  "target.life.column.now": "Now",
  "target.life.column.kept": "Keeps",
  "target.life.column.rest": "Taken out",
  "target.life.column.gain": "Gets",
  "target.life.days": "{{days}} of {{meant}}",
  "target.life.total": "Total",
  "target.life.months": "Month by month",
  "target.life.takers": "Who brings it",
  "target.life.left-over": "Unassigned",
  "target.life.past":
    "Months that are over stay as they were; groups and the team keep their targets. One step, can be undone.",
  "target.life.do": "Hand on",
  "target.life.explain": "{{kpi}} {{line}} that {{member}} no longer carries",
  "target.life.formula":
    "Taken out = each month's target − target × working days in the role ÷ working days it was meant for, rounded to the smallest unit, months added",
  "target.life.formula.moved":
    "Taken out = of the targets taken along, what the former group lacks in each month",
  "target.life.input.days": "Working days in the role",
  "target.life.input.meant": "Working days it was meant for",
  "target.life.input.kept": "Kept",
  "target.life.note.past":
    "Months that are over stay as they were; only leave of two weeks and more is taken off",
  "target.life.command.hand-on": "Hand on targets",
  "target.life.command.keep": "Targets confirmed for the days in the role",
  "target.life.problem.nothing":
    "There is nothing left to hand on. Close this and look at the target table again.",
  "target.life.problem.nobody":
    "Nobody else in the group can take over from {{member}}. Leave it unassigned, or add the successor to the group first.",
};
