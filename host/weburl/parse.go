package weburl

import (
	"slices"
	"strconv"
	"strings"
)

type state uint8

const (
	noState state = iota
	schemeStart
	scheme
	noScheme
	specialRelativeOrAuthority
	pathOrAuthority
	relative
	relativeSlash
	specialAuthoritySlashes
	specialAuthorityIgnoreSlashes
	authority
	hostState
	hostnameState
	portState
	fileState
	fileSlash
	fileHost
	pathStart
	pathState
	opaquePath
	queryState
	fragmentState
)

const eof rune = -1

// Parse is the URL parser; base may be nil.
func Parse(input string, base *URL) (*URL, bool) {
	trimmed := strings.TrimFunc(input, func(c rune) bool { return c <= ' ' })
	p := parser{url: &URL{Port: -1}, base: base, in: clean(trimmed), state: schemeStart}
	if !p.run() {
		return nil, false
	}
	return p.url, true
}

// clean removes tabs and newlines.
func clean(s string) []rune {
	return slices.DeleteFunc([]rune(s), func(c rune) bool { return c == '\t' || c == '\n' || c == '\r' })
}

// parser is the basic URL parser: a machine over code points.
type parser struct {
	url      *URL
	base     *URL
	in       []rune
	at       int
	state    state
	override state // a setter's state, or noState
	buf      strings.Builder
	// atSign, brackets and passwordSeen belong to the states of the authority.
	atSign, brackets, passwordSeen bool
}

// verdict is what one step says.
type verdict uint8

const (
	goOn verdict = iota
	done
	failure
)

func (p *parser) run() bool {
	for ; ; p.at++ {
		c := eof
		if p.at < len(p.in) {
			c = p.in[p.at]
		}
		switch p.step(c) {
		case done:
			return true
		case failure:
			return false
		}
		if c == eof && p.at >= len(p.in) {
			return true
		}
	}
}

func (p *parser) rest() []rune {
	if p.at+1 >= len(p.in) {
		return nil
	}
	return p.in[p.at+1:]
}

func (p *parser) restStarts(s string) bool {
	r := []rune(s)
	rest := p.rest()
	return len(rest) >= len(r) && slices.Equal(rest[:len(r)], r)
}

// again looks at the same code point in another state.
func (p *parser) again(s state) verdict {
	p.state = s
	p.at--
	return goOn
}

func (p *parser) to(s state) verdict {
	p.state = s
	return goOn
}

func (p *parser) step(c rune) verdict {
	switch p.state {
	case schemeStart, scheme, noScheme:
		return p.stepScheme(c)
	case specialRelativeOrAuthority:
		if c == '/' && p.restStarts("/") {
			p.at++
			return p.to(specialAuthorityIgnoreSlashes)
		}
		return p.again(relative)
	case pathOrAuthority:
		if c == '/' {
			return p.to(authority)
		}
		return p.again(pathState)
	case relative, relativeSlash:
		return p.stepRelative(c)
	case specialAuthoritySlashes:
		if c == '/' && p.restStarts("/") {
			p.at++
			return p.to(specialAuthorityIgnoreSlashes)
		}
		return p.again(specialAuthorityIgnoreSlashes)
	case specialAuthorityIgnoreSlashes:
		if c != '/' && c != '\\' {
			return p.again(authority)
		}
		return goOn
	case authority:
		return p.stepAuthority(c)
	case hostState, hostnameState:
		return p.stepHost(c)
	case portState:
		return p.stepPort(c)
	case fileState, fileSlash, fileHost:
		return p.stepFile(c)
	case pathStart, pathState, opaquePath:
		return p.stepPath(c)
	case queryState:
		return p.stepQuery(c)
	}
	if c != eof {
		var sb strings.Builder
		encodeRune(&sb, c, fragmentSet)
		*p.url.Fragment += sb.String()
		if rest := p.rest(); len(rest) > 0 {
			*p.url.Fragment += encode(rest, fragmentSet)
			p.at = len(p.in) - 1
		}
	}
	return goOn
}

func (p *parser) stepScheme(c rune) verdict {
	u := p.url
	switch p.state {
	case schemeStart:
		if isAlpha(c) {
			p.buf.WriteRune(c | 0x20)
			return p.to(scheme)
		}
		if p.override != noState {
			return failure
		}
		return p.again(noScheme)
	case scheme:
		if isAlpha(c) {
			p.buf.WriteRune(c | 0x20)
			return goOn
		}
		if isDigit(c) || c == '+' || c == '-' || c == '.' {
			p.buf.WriteRune(c)
			return goOn
		}
		if c != ':' {
			if p.override != noState {
				return failure
			}
			p.buf.Reset()
			p.at = -1
			return p.to(noScheme)
		}
		name := p.buf.String()
		if p.override != noState {
			_, special := specialPorts[name]
			if u.Special() != special || (u.hasCredentials() || u.Port >= 0) && name == "file" || u.Scheme == "file" && (u.Host == nil || *u.Host == "") {
				return done
			}
		}
		u.Scheme = name
		if p.override != noState {
			if u.Port >= 0 && specialPorts[u.Scheme] == u.Port {
				u.Port = -1
			}
			return done
		}
		p.buf.Reset()
		switch {
		case u.Scheme == "file":
			return p.to(fileState)
		case u.Special() && p.base != nil && p.base.Scheme == u.Scheme:
			return p.to(specialRelativeOrAuthority)
		case u.Special():
			return p.to(specialAuthoritySlashes)
		case p.restStarts("/"):
			p.at++
			return p.to(pathOrAuthority)
		}
		u.Opaque, u.Path = true, []string{""}
		return p.to(opaquePath)
	}
	if p.base == nil || p.base.Opaque && c != '#' {
		return failure
	}
	if p.base.Opaque {
		b := p.base.clone()
		*u = *b
		u.Fragment = new(string)
		return p.to(fragmentState)
	}
	if p.base.Scheme != "file" {
		return p.again(relative)
	}
	return p.again(fileState)
}

func (p *parser) stepRelative(c rune) verdict {
	u := p.url
	if p.state == relativeSlash {
		switch {
		case u.Special() && (c == '/' || c == '\\'):
			return p.to(specialAuthorityIgnoreSlashes)
		case c == '/':
			return p.to(authority)
		}
		b := p.base
		u.Username, u.Password, u.Host, u.Port = b.Username, b.Password, b.Host, b.Port
		return p.again(pathState)
	}
	u.Scheme = p.base.Scheme
	if c == '/' || u.Special() && c == '\\' {
		return p.to(relativeSlash)
	}
	*u = *p.base.clone()
	u.Fragment = nil
	return p.inherit(c)
}

// inherit goes on after a URL has taken over what its base has.
func (p *parser) inherit(c rune) verdict {
	u := p.url
	switch c {
	case '?':
		u.Query = new(string)
		return p.to(queryState)
	case '#':
		u.Fragment = new(string)
		return p.to(fragmentState)
	case eof:
		return goOn
	}
	u.Query = nil
	if u.Scheme != "file" {
		u.shorten()
		return p.again(pathState)
	}
	if !startsWithDrive(p.in[p.at:]) {
		u.shorten()
	} else {
		u.Path = nil
	}
	return p.again(pathState)
}

func (p *parser) endsAuthority(c rune) bool {
	return c == eof || c == '/' || c == '?' || c == '#' || p.url.Special() && c == '\\'
}

func (p *parser) stepAuthority(c rune) verdict {
	u := p.url
	if c == '@' {
		text := p.buf.String()
		if p.atSign {
			text = "%40" + text
		}
		p.atSign = true
		var user, password strings.Builder
		for _, r := range text {
			if r == ':' && !p.passwordSeen {
				p.passwordSeen = true
			} else if p.passwordSeen {
				encodeRune(&password, r, userinfoSet)
			} else {
				encodeRune(&user, r, userinfoSet)
			}
		}
		u.Username += user.String()
		u.Password += password.String()
		p.buf.Reset()
		return goOn
	}
	if p.endsAuthority(c) {
		text := []rune(p.buf.String())
		if p.atSign && len(text) == 0 {
			return failure
		}
		p.at -= len(text) + 1
		p.buf.Reset()
		return p.to(hostState)
	}
	p.buf.WriteRune(c)
	return goOn
}

func (p *parser) stepHost(c rune) verdict {
	u := p.url
	switch {
	case p.override != noState && u.Scheme == "file":
		return p.again(fileHost)
	case c == ':' && !p.brackets:
		if p.buf.Len() == 0 || p.override == hostnameState {
			return failure
		}
		if !p.takeHost() {
			return failure
		}
		return p.to(portState)
	case p.endsAuthority(c):
		p.at--
		switch {
		case u.Special() && p.buf.Len() == 0:
			return failure
		case p.override != noState && p.buf.Len() == 0 && (u.hasCredentials() || u.Port >= 0):
			return failure
		}
		if !p.takeHost() {
			return failure
		}
		p.state = pathStart
		if p.override != noState {
			return done
		}
		return goOn
	}
	if c == '[' {
		p.brackets = true
	} else if c == ']' {
		p.brackets = false
	}
	p.buf.WriteRune(c)
	return goOn
}

func (p *parser) takeHost() bool {
	host, ok := parseHost(p.buf.String(), !p.url.Special())
	if ok {
		p.url.Host = &host
		p.buf.Reset()
	}
	return ok
}

func (p *parser) stepPort(c rune) verdict {
	u := p.url
	if isDigit(c) {
		p.buf.WriteRune(c)
		return goOn
	}
	if !p.endsAuthority(c) && p.override == noState {
		return failure
	}
	if p.buf.Len() > 0 {
		digits := strings.TrimLeft(p.buf.String(), "0")
		n, err := strconv.Atoi("0" + digits)
		if err != nil || len(digits) > 5 || n > 65535 {
			return failure
		}
		u.Port = n
		if def, ok := specialPorts[u.Scheme]; ok && def == n {
			u.Port = -1
		}
		p.buf.Reset()
		if p.override != noState {
			return done
		}
	}
	if p.override != noState {
		return failure
	}
	return p.again(pathStart)
}

func (p *parser) stepFile(c rune) verdict {
	u := p.url
	empty := ""
	switch p.state {
	case fileState:
		u.Scheme = "file"
		u.Host = &empty
		if c == '/' || c == '\\' {
			return p.to(fileSlash)
		}
		if p.base != nil && p.base.Scheme == "file" {
			b := p.base.clone()
			u.Host, u.Path, u.Query = b.Host, b.Path, b.Query
			return p.inherit(c)
		}
		return p.again(pathState)
	case fileSlash:
		if c == '/' || c == '\\' {
			return p.to(fileHost)
		}
		if p.base != nil && p.base.Scheme == "file" {
			u.Host = p.base.Host
			var rest []rune
			if p.at < len(p.in) {
				rest = p.in[p.at:]
			}
			if !startsWithDrive(rest) && len(p.base.Path) > 0 && isNormalizedDrive(p.base.Path[0]) {
				u.Path = append(u.Path, p.base.Path[0])
			}
		}
		return p.again(pathState)
	}
	if c != eof && !strings.ContainsRune(`/\?#`, c) {
		p.buf.WriteRune(c)
		return goOn
	}
	text := p.buf.String()
	switch {
	case p.override == noState && isDrive(text):
		return p.again(pathState) // the drive letter stays in the buffer
	case text == "":
		u.Host = &empty
		if p.override != noState {
			return done
		}
		return p.again(pathStart)
	}
	host, ok := parseHost(text, !u.Special())
	if !ok {
		return failure
	}
	if host == "localhost" {
		host = ""
	}
	u.Host = &host
	if p.override != noState {
		return done
	}
	p.buf.Reset()
	return p.again(pathStart)
}

func (p *parser) stepPath(c rune) verdict {
	u := p.url
	switch p.state {
	case pathStart:
		switch {
		case u.Special():
			p.state = pathState
			if c != '/' && c != '\\' {
				p.at--
			}
		case p.override == noState && c == '?':
			u.Query = new(string)
			p.state = queryState
		case p.override == noState && c == '#':
			u.Fragment = new(string)
			p.state = fragmentState
		case c != eof:
			p.state = pathState
			if c != '/' {
				p.at--
			}
		case p.override != noState && u.Host == nil:
			u.Path = append(u.Path, "")
		}
		return goOn
	case opaquePath:
		switch {
		case c == '?':
			u.Query = new(string)
			return p.endOpaque(queryState)
		case c == '#':
			u.Fragment = new(string)
			return p.endOpaque(fragmentState)
		case c != eof:
			encodeRune(&p.buf, c, c0Set)
			return goOn
		}
		return p.endOpaque(opaquePath)
	}
	slash := c == '/' || u.Special() && c == '\\'
	if c != eof && !slash && (p.override != noState || c != '?' && c != '#') {
		encodeRune(&p.buf, c, pathSet)
		return goOn
	}
	segment := p.buf.String()
	switch {
	case isDoubleDot(segment):
		u.shorten()
		if !slash {
			u.Path = append(u.Path, "")
		}
	case isSingleDot(segment):
		if !slash {
			u.Path = append(u.Path, "")
		}
	default:
		if u.Scheme == "file" && len(u.Path) == 0 && isDrive(segment) {
			segment = segment[:1] + ":"
		}
		u.Path = append(u.Path, segment)
	}
	p.buf.Reset()
	if c == '?' && p.override == noState {
		u.Query = new(string)
		p.state = queryState
	} else if c == '#' && p.override == noState {
		u.Fragment = new(string)
		p.state = fragmentState
	}
	return goOn
}

func (p *parser) endOpaque(s state) verdict {
	p.url.Path[0] = p.buf.String()
	p.buf.Reset()
	return p.to(s)
}

func (p *parser) stepQuery(c rune) verdict {
	u := p.url
	if c != eof && (c != '#' || p.override != noState) {
		p.buf.WriteRune(c)
		return goOn
	}
	s := querySet
	if u.Special() {
		s = specialQuerySet
	}
	*u.Query += encode([]rune(p.buf.String()), s)
	p.buf.Reset()
	if c == '#' {
		u.Fragment = new(string)
		p.state = fragmentState
	}
	return goOn
}
