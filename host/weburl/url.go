// Package weburl implements the URL Standard (https://url.spec.whatwg.org):
// the parser with its states, the setters of class URL, hosts, and the
// percent-encode sets. It knows text only; the classes that scripts see are
// JavaScript over it.
//
// The parser is the state machine of the standard, state by state, on code
// points. Domains go through ToASCII: mapping by NFKC and case folding, then
// Punycode. The mapping is that of UTS #46 but for characters that its table
// treats in a way of its own, of which the common ones are listed.
package weburl

import (
	"strconv"
	"strings"
)

// URL is a URL record.
type URL struct {
	Scheme             string
	Username, Password string
	Host               *string // nil is null
	Port               int     // -1 is null
	Path               []string
	Opaque             bool // the path is one opaque string, Path[0]
	Query, Fragment    *string
}

// specialPorts are the special schemes with their default ports, -1 for none.
var specialPorts = map[string]int{"ftp": 21, "file": -1, "http": 80, "https": 443, "ws": 80, "wss": 443}

// Special reports whether the scheme is one of the special schemes.
func (u *URL) Special() bool {
	_, ok := specialPorts[u.Scheme]
	return ok
}

func (u *URL) hasCredentials() bool { return u.Username != "" || u.Password != "" }

// Pathname returns the serialized path.
func (u *URL) Pathname() string {
	if u.Opaque {
		return u.Path[0]
	}
	if len(u.Path) == 0 {
		return ""
	}
	return "/" + strings.Join(u.Path, "/")
}

// HostPort returns the host with the port, if it has one.
func (u *URL) HostPort() string {
	if u.Host == nil {
		return ""
	}
	if u.Port < 0 {
		return *u.Host
	}
	return *u.Host + ":" + strconv.Itoa(u.Port)
}

// Search returns the query with its question mark, "" if it is empty.
func (u *URL) Search() string {
	if u.Query == nil || *u.Query == "" {
		return ""
	}
	return "?" + *u.Query
}

// Hash returns the fragment with its number sign, "" if it is empty.
func (u *URL) Hash() string {
	if u.Fragment == nil || *u.Fragment == "" {
		return ""
	}
	return "#" + *u.Fragment
}

// Origin returns the serialized origin.
func (u *URL) Origin() string {
	switch u.Scheme {
	case "blob":
		if in, ok := Parse(u.Pathname(), nil); ok && (in.Scheme == "http" || in.Scheme == "https") {
			return in.Origin()
		}
	case "ftp", "http", "https", "ws", "wss":
		return u.Scheme + "://" + u.HostPort()
	}
	return "null"
}

// Href returns the serialized URL.
func (u *URL) Href() string { return u.Format(true, true, true) }

// Format returns the serialized URL with or without some of its parts.
func (u *URL) Format(auth, fragment, search bool) string {
	var sb strings.Builder
	sb.WriteString(u.Scheme + ":")
	if u.Host != nil {
		sb.WriteString("//")
		if auth && u.hasCredentials() {
			sb.WriteString(u.Username)
			if u.Password != "" {
				sb.WriteString(":" + u.Password)
			}
			sb.WriteByte('@')
		}
		sb.WriteString(u.HostPort())
	} else if !u.Opaque && len(u.Path) > 1 && u.Path[0] == "" {
		sb.WriteString("/.")
	}
	sb.WriteString(u.Pathname())
	if search && u.Query != nil {
		sb.WriteString("?" + *u.Query)
	}
	if fragment && u.Fragment != nil {
		sb.WriteString("#" + *u.Fragment)
	}
	return sb.String()
}

func (u *URL) clone() *URL {
	c := *u
	c.Path = append([]string(nil), u.Path...)
	return &c
}

// shorten removes the last segment of the path, but for a drive letter.
func (u *URL) shorten() {
	if u.Scheme == "file" && len(u.Path) == 1 && isNormalizedDrive(u.Path[0]) {
		return
	}
	if len(u.Path) > 0 {
		u.Path = u.Path[:len(u.Path)-1]
	}
}

func isAlpha(c rune) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
func isDigit(c rune) bool { return c >= '0' && c <= '9' }

func isDrive(s string) bool {
	return len(s) == 2 && isAlpha(rune(s[0])) && (s[1] == ':' || s[1] == '|')
}

func isNormalizedDrive(s string) bool { return isDrive(s) && s[1] == ':' }

// startsWithDrive reports whether code points begin with a drive letter that
// ends there or is followed by a separator.
func startsWithDrive(p []rune) bool {
	if len(p) < 2 || !isAlpha(p[0]) || p[1] != ':' && p[1] != '|' {
		return false
	}
	return len(p) == 2 || strings.ContainsRune(`/\?#`, p[2])
}

func isSingleDot(s string) bool { return s == "." || strings.EqualFold(s, "%2e") }

func isDoubleDot(s string) bool {
	switch strings.ToLower(s) {
	case "..", ".%2e", "%2e.", "%2e%2e":
		return true
	}
	return false
}
