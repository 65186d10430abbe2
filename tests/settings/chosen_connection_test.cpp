// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/chosen_connection.h"

#include <gtest/gtest.h>

#include <map>

#include "settings/temp_folder.h"

namespace wordbrush::settings {
namespace {

using Environment = std::map<std::string, std::string>;

std::function<const char*(const char*)> reader(const Environment& environment) {
  return [&environment](const char* name) -> const char* {
    const auto found = environment.find(name);
    return found == environment.end() ? nullptr : found->second.c_str();
  };
}

const Connection saved_home{.name = "Home", .base_url = "http://localhost:1"};
const Connection saved_home_small{.name = "home", .base_url = "http://localhost:2"};
const Connection saved_dotted{.name = "api.example.com", .base_url = "https://elsewhere/v1"};

Connection at(const std::string& base_url) {
  return {.name = "", .base_url = base_url};
}

class ChosenConnectionTest : public testing::Test {
 protected:
  ChosenConnectionTest() {
    for (const auto& connection : {saved_home, saved_home_small, saved_dotted})
      EXPECT_TRUE(store_.save(connection));
  }

  Result<ResolvedConnection> resolve(std::string_view argument,
                                     const Environment& environment = {}) const {
    return resolve_connection(store_, argument, reader(environment));
  }

  test::TempFolder folder_;
  ConnectionStore store_{folder_.path()};
};

struct ArgumentCase {
  const char* name;
  std::string argument;
  Environment environment;
  Connection connection;
  std::optional<std::string> key;
};

void PrintTo(const ArgumentCase& argument, std::ostream* os) {
  *os << argument.name;
}

class ArgumentTest : public ChosenConnectionTest,
                     public testing::WithParamInterface<ArgumentCase> {};

TEST_P(ArgumentTest, MeansItsConnectionAndKey) {
  const auto& wanted = GetParam();
  const auto resolved = resolve(wanted.argument, wanted.environment);
  ASSERT_TRUE(resolved) << resolved.error().detail;
  EXPECT_EQ(resolved->connection, wanted.connection);
  EXPECT_EQ(resolved->key_from_environment, wanted.key);
}

const Environment with_key{{"WORDBRUSH_API_KEY", "k1"}};

INSTANTIATE_TEST_SUITE_P(
    Arguments, ArgumentTest,
    testing::Values(
        ArgumentCase{"EmptyIsTheDemo", "", {}, offline_demo(), {}},
        ArgumentCase{"BlankIsTheDemo", " \n", {}, offline_demo(), {}},
        ArgumentCase{"TheDemoByName", "Offline demo", with_key, offline_demo(), {}},
        ArgumentCase{"ExactName", "home", with_key, saved_home_small, {}},
        ArgumentCase{"AnyCase", "HOME", with_key, saved_home, {}},
        ArgumentCase{"SpacesAround", " Home ", with_key, saved_home, {}},
        ArgumentCase{"ANameLikeAnAddress", "api.example.com", with_key, saved_dotted, {}},
        ArgumentCase{"Address", "https://x.org/v1", with_key, at("https://x.org/v1"), "k1"},
        ArgumentCase{"AddressWithoutKey", "https://x.org/v1", {}, at("https://x.org/v1"), {}},
        ArgumentCase{"BlankKey",
                     "https://x.org/v1",
                     {{"WORDBRUSH_API_KEY", " "}},
                     at("https://x.org/v1"),
                     {}},
        ArgumentCase{"KeyFromAFile",
                     "https://x.org/v1",
                     {{"WORDBRUSH_API_KEY", "k1\n"}},
                     at("https://x.org/v1"),
                     "k1"},
        ArgumentCase{"HostAlone", "x.org", with_key, at("x.org"), "k1"},
        ArgumentCase{"Localhost", "localhost", {}, at("localhost"), {}},
        ArgumentCase{"LocalPort", "localhost:8080/v1", {}, at("localhost:8080/v1"), {}},
        ArgumentCase{"LocalPath", "localhost/v1", {}, at("localhost/v1"), {}},
        ArgumentCase{"NumericAddress", "127.0.0.1:80", {}, at("127.0.0.1:80"), {}},
        ArgumentCase{"EnvironmentName",
                     "",
                     {{"WORDBRUSH_CONNECTION", "home"}, {"WORDBRUSH_API_KEY", "k1"}},
                     saved_home_small,
                     {}},
        ArgumentCase{"EnvironmentAddress",
                     "",
                     {{"WORDBRUSH_CONNECTION", "http://y"}, {"WORDBRUSH_API_KEY", "k1"}},
                     at("http://y"),
                     "k1"},
        ArgumentCase{"ArgumentBeforeEnvironment",
                     "Home",
                     {{"WORDBRUSH_CONNECTION", "http://y"}},
                     saved_home,
                     {}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_F(ChosenConnectionTest, EmptyIsTheChosenOneWithoutTheEnvironmentsKey) {
  ASSERT_TRUE(store_.choose("Home"));
  const auto resolved = resolve("", with_key);
  ASSERT_TRUE(resolved);
  EXPECT_EQ(resolved->connection, saved_home);
  EXPECT_FALSE(resolved->key_from_environment);
}

class UnknownArgumentTest : public ChosenConnectionTest,
                            public testing::WithParamInterface<std::string> {};

TEST_P(UnknownArgumentTest, NamesWhatIsSaved) {
  const auto resolved = resolve(GetParam());
  ASSERT_FALSE(resolved);
  EXPECT_EQ(resolved.error().kind, ErrorKind::Input);
  EXPECT_TRUE(g_utf8_validate(resolved.error().detail.c_str(), -1, nullptr));
  for (const auto* name : {"Offline demo", "Home", "home", "api.example.com"})
    EXPECT_TRUE(resolved.error().detail.contains(name)) << resolved.error().detail;
}

INSTANTIATE_TEST_SUITE_P(Arguments, UnknownArgumentTest,
                         testing::Values("hmoe", "localhosted", "a sentence. with a dot",
                                         "http://a b", "x.\xff", "x.org\nHost"));

TEST_F(ChosenConnectionTest, TheNameThatWasAskedForIsInTheMessage) {
  const auto resolved = resolve("hmoe");
  ASSERT_FALSE(resolved);
  EXPECT_TRUE(resolved.error().detail.contains("\"hmoe\"")) << resolved.error().detail;
}

TEST_F(ChosenConnectionTest, AKeyThatIsNoneIsRefusedWithoutRepeatingIt) {
  const auto resolved = resolve("http://x", {{"WORDBRUSH_API_KEY", "se cret"}});
  ASSERT_FALSE(resolved);
  EXPECT_EQ(resolved.error().kind, ErrorKind::Input);
  EXPECT_FALSE(resolved.error().detail.contains("cret")) << resolved.error().detail;
}

TEST_F(ChosenConnectionTest, ADamagedFileIsTold) {
  folder_.write("connections.ini", "damaged");
  for (const auto* argument : {"", "Home", "http://x"}) {
    const auto resolved = resolve(argument);
    ASSERT_FALSE(resolved);
    EXPECT_EQ(resolved.error().kind, ErrorKind::Settings);
  }
}

}  // namespace
}  // namespace wordbrush::settings
