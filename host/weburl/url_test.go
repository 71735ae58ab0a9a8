package weburl

import "testing"

// TestStandard has URLs for which Node 20, whose output the tests of package
// host compare with, departs from the standard.
func TestStandard(t *testing.T) {
	for _, test := range []struct{ base, input, want string }{
		{"foo://h/a/b", "../..", "foo://h/"},
		{"foo:/a/b", "../..", "foo:/"},
		{"http://a/", "b\u0000c", "http://a/b%00c"},
		{"http://a/", "http://\u200b", ""},
		{"http://a/", "http://a\u200db", ""},
		{"http://a/", "http://xn--zz", ""},
		{"mailto:x", "?y", ""},
		{"mailto:x", "#y", "mailto:x#y"},
	} {
		base, ok := Parse(test.base, nil)
		if !ok {
			t.Fatalf("%s does not parse", test.base)
		}
		got := ""
		if u, ok := Parse(test.input, base); ok {
			got = u.Href()
		}
		if got != test.want {
			t.Errorf("%q on %s: %q, want %q", test.input, test.base, got, test.want)
		}
	}
}

func TestSetHost(t *testing.T) {
	for _, test := range []struct{ value, want string }{
		{"x:81", "foo://x:81/p"}, {"x", "foo://x/p"}, {"[::1]:5", "foo://[::1]:5/p"}, {"x:8z", "foo://x:8/p"}, {"a b", "foo:/p"},
	} {
		u, _ := Parse("foo:/p", nil)
		u.Set("host", test.value)
		if got := u.Href(); got != test.want {
			t.Errorf("%s: %s, want %s", test.value, got, test.want)
		}
	}
}

// TestPunycode goes both ways with the examples of RFC 3492.
func TestPunycode(t *testing.T) {
	for text, code := range map[string]string{
		"ليهمابتكلموشعربي؟":         "egbpdaj6bu4bxfgehfvwxn",
		"他们为什么不说中文":                 "ihqwcrb4cv8a8dqg056pqjye",
		"3年b組金八先生":                  "3b-ww4c5e180e575a65lsy2b",
		"-> $1.00 <-":               "-> $1.00 <--",
		"Hello-Another-Way-それぞれの場所": "Hello-Another-Way--fc4qua05auwb3674vfr0b",
	} {
		if got, ok := punycode(text); !ok || got != code {
			t.Errorf("%s: %s, want %s", text, got, code)
		}
		if got, ok := unpunycode(code); !ok || got != text {
			t.Errorf("%s: %s, want %s", code, got, text)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"http://a/b?c#d", "file:///C|/x", "http://[::1]:80", "foo:bar", "http://xn--a.é"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		u, ok := Parse(s, nil)
		if !ok {
			return
		}
		again, ok := Parse(u.Href(), nil)
		if !ok || again.Href() != u.Href() {
			t.Errorf("%q: %q is not stable", s, u.Href())
		}
	})
}
