// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/appearance.h"

#include <system_error>

#include "base/gobject_ptr.h"

namespace wordbrush::procedures {

std::filesystem::path icons_folder() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  auto folder = program.parent_path() / "icons";
  return std::filesystem::exists(folder, error) ? folder : std::filesystem::path{};
}

void add_to_menu(GimpProcedure* procedure, const char* label) {
  gimp_procedure_set_menu_label(procedure, label);
  gimp_procedure_add_menu_path(procedure, "<Image>/Filters/Wordbrush");
  gimp_procedure_set_attribution(procedure, "The Wordbrush authors", "The Wordbrush authors",
                                 "2026");
  const auto folder = icons_folder();
  if (folder.empty()) return;
  const auto icon =
      GObjectPtr<GFile>::adopt(g_file_new_for_path((folder / "wordbrush.svg").c_str()));
  gimp_procedure_set_icon_file(procedure, icon.get());
}

}  // namespace wordbrush::procedures
