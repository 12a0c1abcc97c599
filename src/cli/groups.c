/* SPDX-License-Identifier: EUPL-1.2
 *
 * All commands, in the order in which help shows them.
 */
#include "config.h"

#include "cli/groups.h"

const struct cli_command *const cli_groups[] = { register_commands,
	meeting_commands, sitting_commands, enter_commands, minutes_commands,
	text_commands, after_commands, rule_commands, plan_commands,
	document_commands, template_commands, pdf_commands, when_commands,
	instance_commands, NULL };
