// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/connection_store.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "settings/temp_folder.h"
#include "settings/text_rules.h"

namespace wordbrush::settings {
namespace {

using test::mode_of;
using test::TempFolder;

const std::string connections_file = "connections.ini";

Connection named(const std::string& name) {
  return {.name = name, .base_url = "https://api.example.com/v1", .model = "m", .stream = false};
}

class ConnectionStoreTest : public testing::Test {
 protected:
  TempFolder folder_;
  ConnectionStore store_{folder_.path()};
};

TEST_F(ConnectionStoreTest, HoldsTheOfflineDemoFromTheStart) {
  EXPECT_EQ(store_.load(), std::vector{offline_demo()});
  EXPECT_EQ(store_.chosen(), offline_demo().name);
  EXPECT_TRUE(is_offline_demo(offline_demo()));
  EXPECT_FALSE(is_offline_demo(named("a")));
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / connections_file));
}

TEST_F(ConnectionStoreTest, SeveralProcessesLoseNothing) {
  constexpr int processes = 4;
  constexpr int each = 10;
  std::vector<pid_t> children;
  for (int number = 0; number < processes; ++number) {
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      bool is_saved = true;
      for (int count = 0; count < each; ++count)
        is_saved &=
            store_.save(named(std::to_string(number) + "-" + std::to_string(count))).has_value();
      _exit(is_saved ? 0 : 1);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = -1;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
  }
  EXPECT_EQ(store_.load().value().size(), 1U + processes * each) << "and the demo";
}

TEST_F(ConnectionStoreTest, KeepsConnectionsInTheirOrderBehindTheDemo) {
  ASSERT_TRUE(store_.save(named("b")));
  ASSERT_TRUE(store_.save(named("a")));
  const std::vector expected{offline_demo(), named("b"), named("a")};
  EXPECT_EQ(ConnectionStore(folder_.path()).load(), expected);
}

TEST_F(ConnectionStoreTest, ReplacesTheOneOfThatNameInItsPlace) {
  ASSERT_TRUE(store_.save(named("a")));
  ASSERT_TRUE(store_.save(named("b")));
  auto changed = named("a");
  changed.base_url = "http://localhost:8080";
  changed.stream = true;
  ASSERT_TRUE(store_.save(changed));
  const std::vector expected{offline_demo(), changed, named("b")};
  EXPECT_EQ(store_.load(), expected);
}

TEST_F(ConnectionStoreTest, KeepsExtraHeadersInTheirLines) {
  auto connection = named("a");
  connection.headers = "\nX-B:1\r\n X-A: a:b \n";
  ASSERT_TRUE(store_.save(connection));
  EXPECT_EQ(store_.load()->back().headers, "X-B: 1\nX-A: a:b");
  connection.headers = "Host: elsewhere";
  EXPECT_FALSE(store_.save(connection));
  EXPECT_EQ(store_.load()->back().headers, "X-B: 1\nX-A: a:b");
}

TEST_F(ConnectionStoreTest, HeadersThatCannotBeSentAreDamage) {
  folder_.write(connections_file,
                "[connection 1]\nname=a\nbase_url=http://a\nmodel=m\nheaders=X-A: 1\\rHost: b\n");
  EXPECT_EQ(store_.load().error().kind, ErrorKind::Settings);
}

TEST_F(ConnectionStoreTest, AGroupThatStandsTwiceIsDamage) {
  ASSERT_TRUE(store_.save(named("a")));
  const std::string twice =
      folder_.read(connections_file) + "[connection 1]\nname=b\nbase_url=https://b.example/v1\n";
  folder_.write(connections_file, twice);
  EXPECT_FALSE(store_.load());
  EXPECT_FALSE(store_.save(named("c")));
  EXPECT_EQ(folder_.read(connections_file), twice);
}

TEST_F(ConnectionStoreTest, TakesWhatEditorsDoToTheFile) {
  ASSERT_TRUE(store_.save(named("a")));
  std::string text = folder_.read(connections_file);
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
    text.insert(at, "\r");
  folder_.write(connections_file, "\xEF\xBB\xBF# mine\r\n" + text);
  EXPECT_EQ(store_.load(), (std::vector{offline_demo(), named("a")}));
  ASSERT_TRUE(store_.save(named("b")));
  EXPECT_EQ(store_.load(), (std::vector{offline_demo(), named("a"), named("b")}));
}

TEST_F(ConnectionStoreTest, WritesForItsOwnerOnly) {
  ConnectionStore below(folder_.path() / "wordbrush");
  ASSERT_TRUE(below.save(named("a")));
  EXPECT_EQ(mode_of(folder_.path() / "wordbrush"), 0700U);
  EXPECT_EQ(mode_of(folder_.path() / "wordbrush" / connections_file), 0600U);
}

TEST_F(ConnectionStoreTest, RemovingOneLeavesTheOthers) {
  ASSERT_TRUE(store_.save(named("a")));
  ASSERT_TRUE(store_.save(named("b")));
  ASSERT_TRUE(store_.remove("a"));
  const std::vector expected{offline_demo(), named("b")};
  EXPECT_EQ(store_.load(), expected);

  ASSERT_TRUE(store_.save(named("c")));
  ASSERT_TRUE(store_.load());
  EXPECT_EQ(store_.load()->size(), 3U) << "a freed group must not take another's place";
}

TEST_F(ConnectionStoreTest, ChoosesWhatIsThere) {
  ASSERT_TRUE(store_.save(named("a")));
  EXPECT_EQ(store_.chosen(), offline_demo().name);
  ASSERT_TRUE(store_.choose("a"));
  EXPECT_EQ(store_.chosen(), "a");
  ASSERT_TRUE(store_.choose(offline_demo().name));
  EXPECT_EQ(store_.chosen(), offline_demo().name);
}

TEST_F(ConnectionStoreTest, RemovingTheChosenOneChoosesTheDemo) {
  ASSERT_TRUE(store_.save(named("a")));
  ASSERT_TRUE(store_.choose("a"));
  ASSERT_TRUE(store_.remove("a"));
  EXPECT_EQ(store_.chosen(), offline_demo().name);
  ASSERT_TRUE(store_.save(named("a")));
  EXPECT_EQ(store_.chosen(), offline_demo().name) << "a new one of that name was not chosen";
}

TEST_F(ConnectionStoreTest, WhatIsNotThereIsAnInputError) {
  for (const auto& outcome :
       {store_.remove("none"), store_.choose("none"), store_.remove(offline_demo().name)}) {
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().kind, ErrorKind::Input);
  }
}

TEST_F(ConnectionStoreTest, SavesTextsWithoutTheWhiteSpaceAround) {
  ASSERT_TRUE(store_.save(
      {.name = " a\n", .base_url = "\thttp://localhost ", .model = " m ", .stream = true}));
  const Connection expected{.name = "a", .base_url = "http://localhost", .model = "m"};
  EXPECT_EQ(store_.load(), (std::vector{offline_demo(), expected}));
}

TEST_F(ConnectionStoreTest, LeavesWhatANewerVersionSaved) {
  folder_.write(connections_file,
                "# mine\n[general]\nchosen=a\ntheme=dark\n\n[connection 7]\nname=a\n"
                "base_url=http://x\nflavour=new\n\n[recipe 1]\nsteps=1;2;\n");
  ASSERT_TRUE(store_.save(named("a")));
  ASSERT_TRUE(store_.save(named("b")));
  ASSERT_TRUE(store_.choose("b"));
  const auto text = folder_.read(connections_file);
  for (const auto* kept : {"# mine", "theme=dark", "flavour=new", "[recipe 1]\nsteps=1;2;"})
    EXPECT_TRUE(text.contains(kept)) << kept << " is gone from:\n" << text;
}

TEST_F(ConnectionStoreTest, KeepsWhatTheServiceSpeaks) {
  Connection connection = named("a");
  connection.dialect = "gemini";
  connection.size_fields = "openrouter";
  ASSERT_TRUE(store_.save(connection));
  EXPECT_EQ(store_.load(), (std::vector{offline_demo(), connection}));
  // A newer version's, or a slip of the pen: told when it is used, not lost before.
  folder_.write(connections_file, "[connection 1]\nname=a\nbase_url=http://x\ndialect=klingon\n");
  ASSERT_TRUE(store_.load());
  EXPECT_EQ(store_.load()->at(1).dialect, "klingon");
}

TEST_F(ConnectionStoreTest, WhatIsLeftOutHasItsDefault) {
  folder_.write(connections_file, "[connection 1]\nname=a\nbase_url=http://x\n");
  const Connection expected{.name = "a", .base_url = "http://x"};
  EXPECT_EQ(store_.load(), (std::vector{offline_demo(), expected}));
}

class ConnectionNameTest : public testing::TestWithParam<const char*> {};

TEST_P(ConnectionNameTest, SurvivesARoundTrip) {
  const TempFolder folder;
  ConnectionStore store(folder.path());
  ASSERT_TRUE(store.save(named(GetParam())));
  ASSERT_TRUE(store.choose(GetParam()));
  const ConnectionStore again(folder.path());
  EXPECT_EQ(again.load(), (std::vector{offline_demo(), named(GetParam())}));
  EXPECT_EQ(again.chosen(), GetParam());
  EXPECT_TRUE(store.remove(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Any, ConnectionNameTest,
                         testing::Values("a", "[b]", "a]b", "x=y", "#c", "a;b", "\\n\\s\\", "a  b",
                                         "\"q\"", "%s%n", "general", "connection 1",
                                         "\xd0\xa1\xd0\xb5\xd1\x80\xd0\xb2\xd0\xb5\xd1\x80",
                                         "\xe6\x9c\x8d\xe5\x8b\x99 \xf0\x9f\x8e\xa8"));

struct RefusedCase {
  const char* name;
  Connection connection;
};

void PrintTo(const RefusedCase& refused, std::ostream* os) {
  *os << refused.name;
}

class RefusedConnectionTest : public testing::TestWithParam<RefusedCase> {};

TEST_P(RefusedConnectionTest, IsAnInputErrorAndWritesNothing) {
  const TempFolder folder;
  const auto saved = ConnectionStore(folder.path()).save(GetParam().connection);
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().kind, ErrorKind::Input);
  EXPECT_FALSE(saved.error().detail.empty());
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

INSTANTIATE_TEST_SUITE_P(
    Texts, RefusedConnectionTest,
    testing::Values(
        RefusedCase{"EmptyName", named("")}, RefusedCase{"BlankName", named(" \t")},
        RefusedCase{"NewlineInName", named("a\n[general]")},
        RefusedCase{"ControlInName", named("a\x02z")}, RefusedCase{"NoUtf8Name", named("a\xff")},
        RefusedCase{"LongName", named(std::string(max_name_characters + 1, 'n'))},
        RefusedCase{"DemoName", named(offline_demo().name)},
        RefusedCase{"DemoNameInCapitals", named("OFFLINE DEMO")},
        RefusedCase{"NoAddress", {.name = "a"}},
        RefusedCase{"BlankAddress", {.name = "a", .base_url = " "}},
        RefusedCase{"NewlineInAddress", {.name = "a", .base_url = "http://x\ny"}},
        RefusedCase{"LongAddress", {.name = "a", .base_url = std::string(max_url_bytes + 1, 'u')}},
        RefusedCase{"NoModel", {.name = "a", .base_url = "http://x", .model = ""}},
        RefusedCase{"NewlineInDialect",
                    {.name = "a", .base_url = "http://x", .dialect = "chat\nx"}},
        RefusedCase{"LongSizeFields",
                    {.name = "a",
                     .base_url = "http://x",
                     .size_fields = std::string(max_name_characters + 1, 's')}},
        RefusedCase{"NewlineInModel", {.name = "a", .base_url = "http://x", .model = "m\nn"}},
        RefusedCase{
            "LongModel",
            {.name = "a", .base_url = "http://x", .model = std::string(max_model_bytes + 1, 'm')}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_F(ConnectionStoreTest, TakesTheLongestTexts) {
  std::string name;
  for (std::size_t i = 0; i < max_name_characters; ++i) name += "\xc3\xa9";
  const Connection longest{.name = name,
                           .base_url = std::string(max_url_bytes, 'u'),
                           .model = std::string(max_model_bytes, 'm')};
  ASSERT_TRUE(store_.save(longest));
  EXPECT_EQ(store_.load(), (std::vector{offline_demo(), longest}));
}

class DamagedFileTest : public testing::TestWithParam<std::string> {};

TEST_P(DamagedFileTest, IsNamedAndNeverWrittenOver) {
  const TempFolder folder;
  const auto file = folder.write(connections_file, GetParam());
  ConnectionStore store(folder.path());

  const auto loaded = store.load();
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().kind, ErrorKind::Settings);
  EXPECT_TRUE(loaded.error().detail.contains(file.string())) << loaded.error().detail;
  EXPECT_FALSE(store.chosen());
  EXPECT_FALSE(store.save(named("new")));
  EXPECT_FALSE(store.remove("a"));
  EXPECT_FALSE(store.choose(offline_demo().name));
  EXPECT_EQ(folder.read(connections_file), GetParam());
}

const std::string sound_connection = "[connection 1]\nname=a\nbase_url=http://x\nstream=true\n";

INSTANTIATE_TEST_SUITE_P(
    Files, DamagedFileTest,
    testing::Values("no settings at all\n", "name=a\n", "[connection 1\nname=a\n",
                    std::string(64, '\0'), sound_connection + '\0', sound_connection + "\xff\n",
                    "\x89PNG\r\n\x1a\n", "[connection 1]\n", "[connection 1]\nname=a\n",
                    "[connection 1]\nbase_url=http://x\n",
                    "[connection 1]\nname=\nbase_url=http://x\n",
                    "[connection 1]\nname=Offline demo\nbase_url=http://x\n",
                    "[connection 1]\nname=a\\nb\nbase_url=http://x\n",
                    "[connection 1]\nname=a\nbase_url=http://x\nmodel=\n",
                    "[connection 1]\nname=a\nbase_url=http://x\nstream=perhaps\n",
                    "[connection 1]\nname=a\nbase_url=http://x\ndialect=a\\nb\n",
                    "[connection 1]\nname=a\nbase_url=http://x\nsize_fields=\\q\n",
                    sound_connection + "[connection 2]\nname=b\n",
                    sound_connection + "broken line\n"));

}  // namespace
}  // namespace wordbrush::settings
