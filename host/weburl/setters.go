package weburl

import "strings"

// Set changes a part of the URL as the setter of that name in class URL does.
// It reports whether something may have changed.
func (u *URL) Set(part, value string) bool {
	switch part {
	case "protocol":
		return u.override(value+":", schemeStart)
	case "username", "password":
		if u.Host == nil || *u.Host == "" || u.Scheme == "file" {
			return false
		}
		text := encode([]rune(value), userinfoSet)
		if part == "username" {
			u.Username = text
		} else {
			u.Password = text
		}
	case "host":
		return !u.Opaque && u.override(value, hostState)
	case "hostname":
		return !u.Opaque && u.override(value, hostnameState)
	case "port":
		if u.Host == nil || *u.Host == "" || u.Scheme == "file" {
			return false
		}
		if value == "" {
			u.Port = -1
			return true
		}
		return u.override(value, portState)
	case "pathname":
		if u.Opaque {
			return false
		}
		u.Path = nil
		return u.override(value, pathStart)
	case "search":
		if value == "" {
			u.Query = nil
			u.stripSpaces()
			return true
		}
		u.Query = new(string)
		return u.override(strings.TrimPrefix(value, "?"), queryState)
	case "hash":
		if value == "" {
			u.Fragment = nil
			u.stripSpaces()
			return true
		}
		u.Fragment = new(string)
		return u.override(strings.TrimPrefix(value, "#"), fragmentState)
	}
	return true
}

// override runs the parser in one state; what fails changes nothing.
func (u *URL) override(value string, s state) bool {
	c := u.clone()
	if c.Query != nil && s == queryState {
		c.Query = new(string)
	}
	if c.Fragment != nil && s == fragmentState {
		c.Fragment = new(string)
	}
	p := parser{url: c, in: clean(value), state: s, override: s}
	if !p.run() {
		if s == hostState && p.state == portState { // the host was good, the port is not
			*u = *c
			return true
		}
		return false
	}
	*u = *c
	return true
}

// stripSpaces removes the spaces at the end of an opaque path that nothing follows.
func (u *URL) stripSpaces() {
	if u.Opaque && u.Fragment == nil && u.Query == nil {
		u.Path[0] = strings.TrimRight(u.Path[0], " ")
	}
}
