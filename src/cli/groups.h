/* SPDX-License-Identifier: EUPL-1.2
 *
 * The groups of commands, each a table in the file that carries them out.
 */
#ifndef CLI_GROUPS_H
#define CLI_GROUPS_H

#include "cli/cli.h"

extern const struct cli_command register_commands[];
extern const struct cli_command meeting_commands[];
extern const struct cli_command sitting_commands[];
extern const struct cli_command text_commands[];
extern const struct cli_command minutes_commands[];
extern const struct cli_command enter_commands[];
extern const struct cli_command template_commands[];
extern const struct cli_command document_commands[];
extern const struct cli_command when_commands[];
extern const struct cli_command pdf_commands[];
extern const struct cli_command plan_commands[];
extern const struct cli_command instance_commands[];
extern const struct cli_command after_commands[];
extern const struct cli_command rule_commands[];

#endif
