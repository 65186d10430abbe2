// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/appearance.h"

#include <system_error>

#include "base/gobject_ptr.h"

namespace wordbrush::procedures {

std::filesystem::path beside_program(const char* name) {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / name;
}

std::filesystem::path icon_file() {
  return beside_program("icons") / "wordbrush.svg";
}

void add_to_menu(GimpProcedure* procedure, const char* label) {
  gimp_procedure_set_menu_label(procedure, label);
  gimp_procedure_add_menu_path(procedure, "<Image>/Filters/Wordbrush");
  gimp_procedure_set_attribution(procedure, "The Wordbrush authors", "The Wordbrush authors",
                                 "2026");
  const auto file = icon_file();
  if (std::error_code error; !std::filesystem::exists(file, error)) return;
  const auto icon = GObjectPtr<GFile>::adopt(g_file_new_for_path(file.c_str()));
  gimp_procedure_set_icon_file(procedure, icon.get());
}

}  // namespace wordbrush::procedures
