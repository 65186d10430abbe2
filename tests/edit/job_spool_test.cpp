// SPDX-License-Identifier: GPL-3.0-or-later
// What a job keeps on the disk, and when it lets go of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <optional>

#include "base/glib_ptr.h"
#include "edit/job.h"
#include "edit/recover.h"
#include "edit/sentence.h"
#include "edit/spooled.h"
#include "host/fake_canvas.h"
#include "net/session.h"
#include "settings/temp_folder.h"
#include "support/main_loop.h"
#include "support/scripted_server.h"

namespace wordbrush::edit {
namespace {

namespace fs = std::filesystem;
using test::FakeCanvas;
using test::names_in;
using test::no_picture;
using test::png;
using test::run_until;
using test::ScriptedServer;
using test::TempFolder;

constexpr std::string_view canary_key = "secret-canary";

std::string part_of(const SharedBytes& picture) {
  const GCharPtr text(g_base64_encode(picture->data(), picture->size()));
  return std::string(R"({"type":"image_url","image_url":{"url":"data:image/png;base64,)") +
         text.get() + R"("}})";
}

/// An answer that repeats the key, as some services do.
std::string reply(const std::vector<SharedBytes>& pictures) {
  std::string parts = R"({"type":"text","text":"Done with secret-canary."})";
  for (const SharedBytes& picture : pictures) parts += "," + part_of(picture);
  const std::string body = R"({"choices":[{"message":{"content":[)" + parts + "]}}]}";
  return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

class JobSpoolTest : public testing::Test {
 protected:
  void start(const ScriptedServer& server, int variations = 1) {
    Route route{.endpoint = protocol::parse_endpoint(server.base_url()).value(),
                .key = std::string(canary_key),
                .model = "m-1",
                .stream = false};
    job_.emplace(
        Job::edit(session_.get(), canvas_, {.prompt = "a red hat", .variations = variations}, {},
                  std::move(route),
                  {.on_progress =
                       [this](const Progress& progress) {
                         stage_ = progress.stage;
                         if (progress.stage == Stage::Inserting)
                           kept_at_insertion_ = spool_->list().size();
                       },
                   .on_end = [this](Result<Outcome> outcome) { outcome_ = std::move(outcome); }}));
    job_->keep_in(*spool_);
  }

  void edit(const ScriptedServer& server, int variations = 1) {
    start(server, variations);
    ASSERT_TRUE(run_until([this] { return outcome_.has_value(); }));
    job_.reset();
  }

  Result<Outcome> recover() { return recover_last(*spool_, canvas_); }

  bool is_kept() { return warning_of_waiting(*spool_).has_value(); }

  std::string warning_names() {
    std::string names;
    for (const Warning& warning : (*outcome_)->report.warnings) names += warning.name + " ";
    return names;
  }

  const SharedBytes blue_ = png(80, 60, {0, 0, 255, 255});
  TempFolder folder_;
  fs::path path_ = folder_.path() / "spool";
  std::optional<Spool> spool_{std::in_place, path_};
  GObjectPtr<SoupSession> session_ = net::make_session();
  FakeCanvas canvas_{80, 60};
  std::optional<Job> job_;
  std::optional<Result<Outcome>> outcome_;
  Stage stage_ = Stage::Reading;
  std::size_t kept_at_insertion_ = 0;
};

TEST_F(JobSpoolTest, TheAnswerIsKeptUntilItIsInserted) {
  const ScriptedServer server({.pieces = {reply({blue_})}});
  edit(server);
  ASSERT_TRUE(*outcome_) << outcome_->error().detail;
  EXPECT_EQ(kept_at_insertion_, 1u);
  EXPECT_TRUE(names_in(path_).empty());
  EXPECT_EQ(warning_names(), "");
}

TEST_F(JobSpoolTest, NobodyElseIsOfferedWhatIsOnItsWay) {
  bool offered = true;
  const ScriptedServer server({.pieces = {reply({blue_})}});
  start(server);
  ASSERT_TRUE(run_until([&] {
    if (!spool_->list().empty() && !outcome_) offered = is_kept();
    return outcome_.has_value();
  }));
  EXPECT_TRUE(*outcome_);
  EXPECT_FALSE(is_kept());
}

TEST_F(JobSpoolTest, AClosedImageIsNoReasonToKeepIt) {
  const ScriptedServer server({.pieces = {reply({blue_})}});
  start(server);
  ASSERT_TRUE(run_until([this] { return stage_ >= Stage::Sending; }));
  canvas_.close();
  ASSERT_TRUE(run_until([this] { return outcome_.has_value(); }));
  EXPECT_EQ(warning_names(), "image_closed ");
  EXPECT_TRUE(names_in(path_).empty());
}

TEST_F(JobSpoolTest, WhatIsRefusedCanBeRecovered) {
  canvas_.select({10, 20, 30, 16}, 77);
  canvas_.refuse();
  const ScriptedServer server({.pieces = {reply({png(30, 16, {0, 0, 255, 255})})}});
  edit(server);
  ASSERT_FALSE(*outcome_);
  EXPECT_EQ(outcome_->error().kind, ErrorKind::Host);
  EXPECT_EQ(to_sentence(outcome_->error()),
            "refused The answer is kept: Filters > Wordbrush > Recover Last Result.");
  EXPECT_TRUE(is_kept());

  canvas_.refuse(false);
  const auto recovered = recover();
  ASSERT_TRUE(recovered) << recovered.error().detail;
  const auto& layer = canvas_.insertions().at(0).layers.at(0);
  EXPECT_EQ(layer.name, "a red hat");
  EXPECT_EQ(layer.place, (Rect{10, 20, 30, 16}));
  EXPECT_EQ(layer.pixels.row(3)[2], 255);
  ASSERT_EQ(layer.mask.values.size(), 30u * 16u);
  EXPECT_TRUE(std::ranges::all_of(layer.mask.values, [](int value) { return value == 77; }));
  EXPECT_TRUE(names_in(path_).empty());
}

TEST_F(JobSpoolTest, WhatCannotBeReadIsKept) {
  const ScriptedServer server({.pieces = {reply({no_picture()})}});
  edit(server);
  ASSERT_FALSE(*outcome_);
  EXPECT_EQ(outcome_->error().kind, ErrorKind::BadImage);
  EXPECT_NE(outcome_->error().detail.find("Recover Last Result"), std::string::npos);
  EXPECT_TRUE(is_kept());
}

TEST_F(JobSpoolTest, TheDraftStandsInForAResultThatCannotBeRead) {
  const ScriptedServer server({.pieces = {reply({blue_, no_picture()})}});
  edit(server);
  ASSERT_FALSE(*outcome_);
  const auto recovered = recover();
  ASSERT_TRUE(recovered) << recovered.error().detail;
  EXPECT_EQ(canvas_.insertions().at(0).layers.at(0).pixels.row(0)[2], 255);
}

TEST_F(JobSpoolTest, AFailureBeforeAnyPictureKeepsNothing) {
  const ScriptedServer server({.pieces = {reply({})}});
  edit(server);
  ASSERT_FALSE(*outcome_);
  EXPECT_EQ(outcome_->error().detail.find("Recover"), std::string::npos);
  EXPECT_FALSE(is_kept());
}

TEST_F(JobSpoolTest, CancelledAfterTheAnswerItIsKept) {
  const ScriptedServer server({.pieces = {reply({blue_})}});
  start(server);
  ASSERT_TRUE(run_until([this] { return stage_ == Stage::Fitting; }));
  job_.reset();
  // As a plug-in ends: what is being written is waited for.
  spool_.reset();
  spool_.emplace(path_);
  EXPECT_FALSE(outcome_);
  EXPECT_TRUE(canvas_.insertions().empty());
  ASSERT_EQ(spool_->list().size(), 1u);
  // The rest of the work ends by itself and lets go.
  ASSERT_TRUE(run_until([this] { return is_kept(); }));
  EXPECT_TRUE(recover());
}

TEST_F(JobSpoolTest, EachVariationIsKeptForItself) {
  canvas_.refuse();
  const ScriptedServer server({.pieces = {reply({blue_})}});
  edit(server, 3);
  ASSERT_FALSE(*outcome_);
  EXPECT_EQ(spool_->list().size(), 3u);
  canvas_.refuse(false);
  for (int left = 2; left >= 0; --left) {
    const auto recovered = recover();
    ASSERT_TRUE(recovered);
    EXPECT_EQ(recovered->report.warnings.size(), left > 0 ? 1u : 0u);
  }
  EXPECT_TRUE(names_in(path_).empty());
}

TEST_F(JobSpoolTest, WithoutRoomOnTheDiskTheEditGoesOn) {
  folder_.write("spool", "a file where the folder should be");
  const ScriptedServer server({.pieces = {reply({blue_})}});
  edit(server);
  ASSERT_TRUE(*outcome_) << outcome_->error().detail;
  EXPECT_EQ(canvas_.insertions().size(), 1u);
  EXPECT_EQ(warning_names(), "spool_failed ");
}

TEST_F(JobSpoolTest, WhatIsNeitherInsertedNorKeptIsTold) {
  folder_.write("spool", "a file where the folder should be");
  canvas_.refuse();
  const ScriptedServer server({.pieces = {reply({blue_})}});
  edit(server);
  ASSERT_FALSE(*outcome_);
  const std::string& told = outcome_->error().detail;
  EXPECT_TRUE(told.contains("could not be saved")) << told;
  EXPECT_FALSE(told.contains("Recover")) << told;
}

TEST_F(JobSpoolTest, TheKeyIsInNoFile) {
  canvas_.refuse();
  const ScriptedServer server({.pieces = {reply({blue_})}});
  edit(server);
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(path_)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator(file), {}};
    EXPECT_EQ(bytes.find(canary_key), std::string::npos) << entry.path();
    ++files;
  }
  EXPECT_EQ(files, 3);  // the record, what was sent, what came
}

}  // namespace
}  // namespace wordbrush::edit
