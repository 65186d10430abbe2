// SPDX-License-Identifier: GPL-3.0-or-later
// Records that came to harm on the disk are passed over.
#include <gtest/gtest.h>

#include <fstream>
#include <functional>

#include "edit/recover.h"
#include "edit/spool.h"
#include "edit/spooled.h"
#include "host/fake_canvas.h"
#include "settings/temp_folder.h"

namespace wordbrush::edit {
namespace {

namespace fs = std::filesystem;
using test::FakeCanvas;
using test::png;
using test::record_of;
using test::TempFolder;

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator(in), {}};
}

void put(const fs::path& file, std::string_view content) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
}

using Damage = std::function<void(const fs::path& record)>;

Damage replace(std::string from, std::string to) {
  return [from = std::move(from), to = std::move(to)](const fs::path& record) {
    std::string json = content_of(record / "record.json");
    const auto at = json.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    put(record / "record.json", json.replace(at, from.size(), to));
  };
}

Damage shorten(std::string name, std::size_t size) {
  return [name = std::move(name), size](const fs::path& record) {
    ASSERT_GT(fs::file_size(record / name), size);
    fs::resize_file(record / name, size);
  };
}

Damage lose(std::string name) {
  return
      [name = std::move(name)](const fs::path& record) { ASSERT_TRUE(fs::remove(record / name)); };
}

struct DamageCase {
  const char* name;
  Damage damage;
};

void PrintTo(const DamageCase& c, std::ostream* os) {
  *os << c.name;
}

class SpoolDamageTest : public testing::TestWithParam<DamageCase> {};

TEST_P(SpoolDamageTest, IsToldAndPassedOver) {
  const TempFolder folder;
  const Spool spool(folder.path());
  // The older one is sound.
  {
    const auto hold = spool.add(record_of({png(30, 16, {0, 0, 255, 255})}));
  }
  const std::string older = spool.list()[0].id;
  {
    const auto hold = spool.add(record_of({png(30, 16, {255, 0, 0, 255})}));
  }
  const std::string newest = spool.list()[0].id;
  ASSERT_NE(newest, older);
  GetParam().damage(spool.folder_of(newest));

  EXPECT_FALSE(spool.read(*spool.hold(newest)));
  FakeCanvas canvas(80, 60);
  const auto outcome = recover_last(spool, canvas);
  ASSERT_TRUE(outcome) << outcome.error().detail;
  EXPECT_EQ(canvas.insertions().at(0).layers.at(0).pixels.bytes()[2], 255) << "the older one";
  EXPECT_EQ(outcome->report.warnings.at(0).name, "record_unreadable");
  EXPECT_FALSE(warning_of_waiting(spool)) << "it is told once";
}

INSTANTIATE_TEST_SUITE_P(
    Damages, SpoolDamageTest,
    testing::Values(
        DamageCase{"NoDescription", lose("record.json")},
        DamageCase{"EmptyDescription", shorten("record.json", 0)},
        DamageCase{"CutDescription", shorten("record.json", 200)},
        DamageCase{"NoJson", [](const fs::path& r) { put(r / "record.json", "\x89PNG\r\n"); }},
        DamageCase{"AList", [](const fs::path& r) { put(r / "record.json", "[1, 2]"); }},
        DamageCase{"Zeros",
                   [](const fs::path& r) { put(r / "record.json", std::string(500, '\0')); }},
        DamageCase{"HugeDescription",
                   [](const fs::path& r) { put(r / "record.json", std::string(5 << 20, ' ')); }},
        DamageCase{"AnotherVersion", replace(R"("version": [1])", R"("version": [2])")},
        DamageCase{"TextForANumber", replace(R"("canvas": [80,)", R"("canvas": ["80",)")},
        DamageCase{"AFraction", replace(R"("canvas": [80,)", R"("canvas": [80.5,)")},
        DamageCase{"TooFewNumbers", replace(R"([10, 20, 30, 16])", R"([10, 20, 30])")},
        DamageCase{"TooManyNumbers", replace(R"([10, 20, 30, 16])", R"([10, 20, 30, 16, 1])")},
        DamageCase{"HugeCanvas", replace(R"("canvas": [80,)", R"("canvas": [9000000000,)")},
        DamageCase{"NegativeSize", replace(R"("upload": [30,)", R"("upload": [-30,)")},
        DamageCase{"NoSize", replace(R"("upload": [30,)", R"("upload": [0,)")},
        DamageCase{"TargetOutsideOfTheFrame",
                   replace(R"("frame": [10, 20, 30, 16])", R"("frame": [10, 20, 30, 15])")},
        DamageCase{"HugeTarget", replace(R"("target": [10, 20, 30, 16])",
                                         R"("target": [10, 20, 1000000, 1000000])")},
        DamageCase{"UnknownArea", replace(R"("area": "selection")", R"("area": "moon")")},
        DamageCase{"NumberForAText", replace(R"("model": "m-1")", R"("model": 1)")},
        DamageCase{"NoSelectionFlag", replace(R"("selection": true)", R"("selection": 1)")},
        DamageCase{"NoPictureNamed", replace(R"(["picture-1.png"])", "[]")},
        DamageCase{"AFileElsewhere",
                   replace(R"(["picture-1.png"])", R"(["picture-/../../../etc/passwd"])")},
        DamageCase{"AnotherFile", replace(R"(["picture-1.png"])", R"(["record.json"])")},
        DamageCase{"NoPicture", lose("picture-1.png")},
        DamageCase{"EmptyPicture", shorten("picture-1.png", 0)},
        DamageCase{"PictureIsALink",
                   [](const fs::path& r) {
                     fs::rename(r / "picture-1.png", r / "other");
                     fs::create_symlink("other", r / "picture-1.png");
                   }},
        DamageCase{"PictureIsAFolder",
                   [](const fs::path& r) {
                     fs::remove(r / "picture-1.png");
                     fs::create_directory(r / "picture-1.png");
                   }},
        DamageCase{"NoSelection", lose("selection.pgm")},
        DamageCase{"CutSelection", shorten("selection.pgm", 100)},
        DamageCase{"SelectionOfAnotherSize",
                   [](const fs::path& r) {
                     std::string pgm = content_of(r / "selection.pgm");
                     put(r / "selection.pgm", pgm.replace(pgm.find("30 16"), 5, "16 30"));
                   }}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace wordbrush::edit
