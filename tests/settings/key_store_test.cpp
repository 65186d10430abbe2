// SPDX-License-Identifier: GPL-3.0-or-later
// The KeyStore where no secret service helps: without a bus (the unit test), and
// by with_keyring.py on a bus without the service and with a locked keyring.
#include "settings/key_store.h"

#include <gtest/gtest.h>

#include "settings/at_once.h"
#include "settings/key_calls.h"
#include "settings/keys_file.h"
#include "settings/temp_folder.h"
#include "settings/text_rules.h"

namespace wordbrush::settings {
namespace {

using test::lookup;
using test::mode_of;
using test::remove;
using test::save;

class KeyStoreTest : public testing::Test {
 protected:
  test::TempFolder folder_;
  KeyStore store_{folder_.path()};
};

TEST_F(KeyStoreTest, KeepsAKeyInAPrivateFile) {
  EXPECT_EQ(save(store_, "Home", "api.example.com", "sk-1"), KeyPlace::File);
  EXPECT_EQ(mode_of(folder_.path() / "keys.ini"), 0600U);

  KeyStore again(folder_.path());
  const auto found = lookup(again, "Home", "api.example.com");
  ASSERT_TRUE(found) << found.error().detail;
  EXPECT_EQ(found->key, "sk-1");
  EXPECT_EQ(found->place, KeyPlace::File);
}

TEST_F(KeyStoreTest, TwoAtOnceLoseNothingOfEachOther) {
  const KeysFile file(folder_.path());
  test::write_at_once([&](const std::string& name) {
    EXPECT_TRUE(KeysFile(folder_.path()).put({.name = name, .host = "h"}, "sk-" + name));
  });
  for (std::size_t number = 0; number < test::names_at_once / 2; ++number)
    for (const std::string start : {"a", "b"}) {
      const std::string name = start + std::to_string(number);
      EXPECT_EQ(file.find({.name = name, .host = "h"}), "sk-" + name);
    }
}

TEST_F(KeyStoreTest, GivesAKeyOnlyToItsNameAndHost) {
  ASSERT_TRUE(save(store_, "Home", "api.example.com", "sk-1"));
  for (const auto& [name, host] :
       {std::pair{"Home", "evil.example.com"}, std::pair{"Home", "api.example.com:8443"},
        std::pair{"Work", "api.example.com"}, std::pair{"home", "api.example.com"}}) {
    const auto found = lookup(store_, name, host);
    ASSERT_FALSE(found) << name << " at " << host;
    EXPECT_EQ(found.error().kind, ErrorKind::Input);
    EXPECT_TRUE(found.error().detail.contains(host)) << found.error().detail;
  }
  EXPECT_TRUE(lookup(store_, "Home", "API.Example.com")) << "hosts have no case";
}

TEST_F(KeyStoreTest, ReplacesAnOlderKey) {
  ASSERT_TRUE(save(store_, "Home", "h", "sk-old"));
  ASSERT_TRUE(save(store_, "Work", "h", "sk-work"));
  ASSERT_TRUE(save(store_, "Home", "h", "sk-new"));
  EXPECT_EQ(lookup(store_, "Home", "h")->key, "sk-new");
  EXPECT_EQ(lookup(store_, "Work", "h")->key, "sk-work");
  EXPECT_FALSE(folder_.read("keys.ini").contains("sk-old"));
}

TEST_F(KeyStoreTest, RemovesAKeyFromTheFile) {
  ASSERT_TRUE(save(store_, "Home", "h", "sk-1"));
  ASSERT_TRUE(save(store_, "Work", "h", "sk-2"));
  EXPECT_TRUE(remove(store_, "Home", "h"));
  EXPECT_FALSE(lookup(store_, "Home", "h"));
  EXPECT_TRUE(lookup(store_, "Work", "h"));
  EXPECT_FALSE(folder_.read("keys.ini").contains("sk-1"));
}

TEST_F(KeyStoreTest, RemovingWhatIsNotThereIsNoErrorAndWritesNothing) {
  EXPECT_TRUE(remove(store_, "Home", "h"));
  EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

TEST_F(KeyStoreTest, SavesAPastedKeyWithoutTheWhiteSpaceAround) {
  ASSERT_TRUE(save(store_, "Home", "h", "\n sk-1\r\n"));
  EXPECT_EQ(lookup(store_, "Home", "h")->key, "sk-1");
}

struct RefusedKey {
  const char* what;
  std::string name, host, key;
};

TEST_F(KeyStoreTest, RefusesWhatIsNoKeyNameOrHost) {
  for (const auto& refused :
       {RefusedKey{"no name", "", "h", "sk-1"}, RefusedKey{"no host", "Home", " ", "sk-1"},
        RefusedKey{"a name of two lines", "Ho\nme", "h", "sk-1"},
        RefusedKey{"a host of two lines", "Home", "h\nh", "sk-1"},
        RefusedKey{"no key", "Home", "h", " "},
        RefusedKey{"a key of two lines", "Home", "h", "sk-1\nsk-2"}}) {
    const auto saved = save(store_, refused.name, refused.host, refused.key);
    ASSERT_FALSE(saved) << refused.what;
    EXPECT_EQ(saved.error().kind, ErrorKind::Input) << refused.what;
    EXPECT_FALSE(saved.error().detail.contains("sk-")) << saved.error().detail;
  }
  EXPECT_FALSE(lookup(store_, "", "h"));
  EXPECT_FALSE(remove(store_, "Home", ""));
  EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

TEST_F(KeyStoreTest, ADamagedFileIsNamedButNotRepeatedAndNotWrittenOver) {
  const std::string damaged = "[key 1]\nconnection=Home\nsk-secret\n";
  const auto file = folder_.write("keys.ini", damaged);
  const auto found = lookup(store_, "Home", "h");
  const auto saved = save(store_, "Home", "h", "sk-1");
  const auto removed = remove(store_, "Home", "h");
  ASSERT_TRUE(!found && !saved && !removed);
  for (const auto& error : {found.error(), saved.error(), removed.error()}) {
    EXPECT_EQ(error.kind, ErrorKind::Settings);
    EXPECT_TRUE(error.detail.contains(file.string())) << error.detail;
    EXPECT_FALSE(error.detail.contains("sk-")) << error.detail;
  }
  EXPECT_EQ(folder_.read("keys.ini"), damaged);
}

TEST_F(KeyStoreTest, AKeyThatNoHeaderCanCarryIsDamage) {
  folder_.write("keys.ini", "[key 1]\nconnection=Home\nhost=h\nkey=sk-1\\nX-Evil: 1\n");
  const auto found = lookup(store_, "Home", "h");
  ASSERT_FALSE(found);
  EXPECT_FALSE(found.error().detail.contains("sk-")) << found.error().detail;
}

TEST_F(KeyStoreTest, LeavesWhatANewerVersionSaved) {
  folder_.write("keys.ini",
                "[token 1]\nkind=new\n\n[key 1]\nconnection=Home\nhost=h\nkey=k\nx=y\n");
  ASSERT_TRUE(save(store_, "Home", "h", "sk-1"));
  EXPECT_TRUE(folder_.read("keys.ini").contains("[token 1]\nkind=new"));
  EXPECT_TRUE(folder_.read("keys.ini").contains("x=y"));
}

TEST_F(KeyStoreTest, DestroyedBeforeTheAnswerIsSilent) {
  int answers = 0;
  {
    KeyStore gone(folder_.path());
    gone.save("Home", "h", "sk-1", [&answers](const auto&) { ++answers; });
    gone.lookup("Home", "h", Unlock::IfNeeded, [&answers](const auto&) { ++answers; });
    gone.remove("Home", "h", [&answers](const auto&) { ++answers; });
  }
  // All three ended when a later call of another store does.
  EXPECT_FALSE(lookup(store_, "Home", "h"));
  test::run_for(std::chrono::milliseconds(100));
  EXPECT_EQ(answers, 0);
}

TEST_F(KeyStoreTest, MayBeDestroyedByItsOwnAnswer) {
  std::optional<KeyStore> store(folder_.path());
  int answers = 0;
  for (const auto* name : {"Home", "Work"}) {
    store->lookup(name, "h", Unlock::IfNeeded, [&](const auto&) {
      ++answers;
      store.reset();
    });
  }
  ASSERT_TRUE(test::run_until([&] { return answers > 0; }, std::chrono::seconds(20)));
  test::run_for(std::chrono::milliseconds(100));
  EXPECT_EQ(answers, 1);
}

TEST_F(KeyStoreTest, MovedItKeepsItsCalls) {
  std::optional<Result<KeyPlace>> saved;
  store_.save("Home", "h", "sk-1", [&saved](auto outcome) { saved = std::move(outcome); });
  KeyStore moved = std::move(store_);
  ASSERT_TRUE(test::run_until([&saved] { return saved.has_value(); }, std::chrono::seconds(20)));
  EXPECT_EQ(lookup(moved, "Home", "h")->key, "sk-1");
}

}  // namespace
}  // namespace wordbrush::settings
