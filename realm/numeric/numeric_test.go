package numeric_test

import (
	"errors"
	"testing"
	"time"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm"
)

// eval runs a script in a fresh realm; an exception becomes its text.
func eval(t *testing.T, a *object.Agent, source string) (string, error) {
	t.Helper()
	r := realm.New(a)
	f, err := realm.CompileScript(&bytecode.Source{Text: jstring.FromGo(source), Name: "test.js"}, realm.ParseOptions())
	if err != nil {
		t.Fatalf("%s: %v", source, err)
	}
	v, err := interp.RunScript(r, f)
	if err != nil {
		if e, ok := object.Catch(err); ok {
			return a.Describe(e), nil
		}
		return "", err
	}
	s, err := object.ToString(a, v)
	if err != nil {
		t.Fatalf("%s: %v", source, err)
	}
	return s.String(), nil
}

func check(t *testing.T, zone *time.Location, tests [][2]string) {
	t.Helper()
	for _, test := range tests {
		a := realm.NewAgent()
		a.Host.Location = zone
		a.Host.Now = func() float64 { return 1e12 }
		a.Host.Random = func() float64 { return 0.25 }
		got, err := eval(t, a, test[0])
		if err != nil || got != test[1] {
			t.Errorf("%s\n got %q, %v\nwant %q", test[0], got, err, test[1])
		}
	}
}

func TestNumber(t *testing.T) {
	check(t, time.UTC, [][2]string{
		{`[0.5, 1.5, 2.5, 1.45, 1.005, 25, -1.5, 1e21].map(x => x.toFixed(0)).join()`, "1,2,3,1,1,25,-2,1e+21"},
		{`[1.25, 1.35, 1.005, 8.345].map(x => x.toFixed(2)).join()`, "1.25,1.35,1.00,8.35"},
		{`[25, 1.25, 0.000001234, 123456].map(x => x.toPrecision(2)).join()`, "25,1.3,0.0000012,1.2e+5"},
		{`[25, 1.25, 0, 5e-324].map(x => x.toExponential(1)).join()`, "2.5e+1,1.3e+0,0.0e+0,4.9e-324"},
		{`(25).toPrecision(1) + (35).toExponential(0) + (99.5).toPrecision(2) + (0).toPrecision(3)`, "3e+14e+11.0e+20.00"},
		{`(255).toString(16) + (0.5).toString(2) + (-7.25).toString(2) + (1e21).toString(36)`, "ff0.1-111.015v1j4f4ds7c000"},
		{`(1234567.891).toLocaleString() + ' ' + (-0).toLocaleString() + ' ' + (999.9996).toLocaleString() + ' ' + (-Infinity).toLocaleString()`, "1,234,567.891 -0 1,000 -∞"},
		{`Number.parseFloat === parseFloat && Number.isSafeInteger(2 ** 53) === false && Number('0x10') + Number(10n)`, "26"},
		{`(1).toString(1)`, "RangeError: toString() radix argument must be between 2 and 36"},
		{`(1).toFixed(101)`, "RangeError: toFixed() digits argument must be between 0 and 100"},
		{`Number.prototype.toFixed.call('x')`, "TypeError: Number.prototype.toFixed requires that 'this' be a Number"},
	})
}

func TestBigInt(t *testing.T) {
	check(t, time.UTC, [][2]string{
		{`BigInt.asIntN(64, 2n ** 63n) + ' ' + BigInt.asUintN(64, -1n) + ' ' + BigInt.asIntN(3, 25n) + ' ' + BigInt.asIntN(0, 5n)`, "-9223372036854775808 18446744073709551615 1 0"},
		{`BigInt.asIntN(2 ** 53 - 1, -5n) + ' ' + BigInt(1e20) + ' ' + Number(2n ** 64n)`, "-5 100000000000000000000 18446744073709552000"},
		{`(-1234567n).toLocaleString() + (-255n).toString(16)`, "-1,234,567-ff"},
		{`BigInt.asUintN(2 ** 53 - 1, -1n)`, "RangeError: Maximum BigInt size exceeded"},
		{`BigInt(1.5)`, "RangeError: The number 1.5 cannot be converted to a BigInt because it is not an integer"},
		{`BigInt('x')`, "SyntaxError: Cannot convert x to a BigInt"},
		{`new BigInt(1)`, "TypeError: BigInt is not a constructor"},
	})
}

func TestMath(t *testing.T) {
	check(t, time.UTC, [][2]string{
		{`[Math.sin(Math.PI), Math.cos(Math.PI / 2), Math.sin(1e22), Math.tan(1)].join()`, "1.2246467991473532e-16,6.123233995736766e-17,-0.8522008497671888,1.5574077246549023"},
		{`[1000, 1e15, 1e-7, 2].map(Math.log10).join()`, "3,15,-7,0.3010299956639812"},
		{`[8, 1e10, 0.1, -1, 0].map(Math.log2).join()`, "3,33.219280948873624,-3.321928094887362,NaN,-Infinity"},
		{`[Math.exp(1), Math.exp(-745.1), Math.exp(710), Math.expm1(1e-10)].join()`, "2.718281828459045,5e-324,Infinity,1.00000000005e-10"},
		{`[Math.cbrt(27), Math.cbrt(0.5), Math.asin(1), Math.acos(-1), Math.atan(Infinity)].join()`, "3,0.7937005259840998,1.5707963267948966,3.141592653589793,1.5707963267948966"},
		{`[Math.sinh(1), Math.cosh(1), Math.tanh(1), Math.asinh(1), Math.acosh(2), Math.atanh(0.5)].join()`, "1.1752011936438014,1.5430806348152437,0.7615941559557649,0.881373587019543,1.3169578969248166,0.5493061443340548"},
		{`[-0.5, 0.49999999999999994, 2.5, -2.5, 2 ** 52 + 1].map(Math.round).map(x => Object.is(x, -0) ? '-0' : x).join()`, "-0,0,3,-2,4503599627370497"},
		{`[Math.hypot(3, 4), Math.hypot(), Math.hypot(NaN, Infinity), Math.hypot(1e300, 1e300)].join()`, "5,0,Infinity,1.4142135623730952e+300"},
		{`[Math.max(), Math.min(0, -0) === 0 && 1 / Math.min(0, -0), Math.max(NaN, 1), Math.imul(0xffffffff, 5), Math.clz32(1)].join()`, "-Infinity,-Infinity,NaN,-5,31"},
		{`[Math.sumPrecise([1e308, 1e308, -1e308]), Math.sumPrecise([0.1, 0.2, 0.3]), Object.is(Math.sumPrecise([]), -0), Math.sumPrecise([5e-324, -5e-324, 1e16, 1, -1e16])].join()`, "1e+308,0.6,true,1"},
		{`Math.sumPrecise([1, '2'])`, "TypeError: string \"2\" is not a number"},
		{`[Math.fround(0.1), Math.f16round(0.1), Math.random(), Math.trunc(-0.9) === 0].join()`, "0.10000000149011612,0.0999755859375,0.25,true"},
	})
}

func TestDate(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Skip(err)
	}
	check(t, berlin, [][2]string{
		{`String(new Date(2022, 2, 1, 10)) + new Date(0).getTimezoneOffset()`, "Tue Mar 01 2022 10:00:00 GMT+0100 (Central European Standard Time)-60"},
		{`Date().slice(0, 24)`, "Sun Sep 09 2001 03:46:40"},
		{`new Date(2022, 2, 27, 2, 30).toString().slice(16, 33) + new Date(2022, 9, 30, 2, 30).toString().slice(16, 33)`, "03:30:00 GMT+020002:30:00 GMT+0200"},
		{`let d = new Date(NaN); d.setFullYear(2000); d.toISOString()`, "1999-12-31T23:00:00.000Z"},
		{`let d = new Date(2022, 0, 31); d.setMonth(1); d.setYear(95); d.toDateString() + d.getYear()`, "Fri Mar 03 199595"},
		{`let d = new Date(0); d.setUTCHours(25, 61, 61, 1001); d.toISOString() + d.toUTCString()`, "1970-01-02T02:02:02.001ZFri, 02 Jan 1970 02:02:02 GMT"},
		{`new Date(2020, 0, 1, 13, 5, 9).toLocaleString() + new Date(0).toLocaleTimeString()`, "1/1/2020, 1:05:09 PM1:00:00 AM"},
		{`new Date(-1e15).toString() + new Date(8.64e15).toISOString()`, "Tue Apr 05 -29719 23:06:48 GMT+0053 (Central European Standard Time)+275760-09-13T00:00:00.000Z"},
		{`+new Date(8.64e15 + 1) + '' + new Date(2022, 0).valueOf() + Date.UTC(99, 11) + Date.UTC()`, "NaN1640991600000944006400000NaN"},
		{`JSON.stringify(new Date(0)) + new Date(NaN) + (new Date(0) + 1).slice(-1) + (new Date(5) - 1)`, `"1970-01-01T00:00:00.000Z"Invalid Date14`},
		{`new Date(NaN).toISOString()`, "RangeError: Invalid time value"},
		{`Date.prototype.getTime.call(1)`, "TypeError: this is not a Date object."},
	})
}

// TestDateParse has texts with what V8 makes of them, in UTC.
func TestDateParse(t *testing.T) {
	for text, want := range map[string]string{
		"2022-03-01":                              "1646092800000",
		"2022-03-01T10:00":                        "1646128800000",
		"2022-03-01T10:00:00.123456Z":             "1646128800123",
		"+002022-01-01":                           "1640995200000",
		"-000000-01-01T00:00Z":                    "NaN",
		"2022-03-01T24:00":                        "1646179200000",
		"2022-03-01T24:01":                        "NaN",
		"2022-13-01":                              "NaN",
		"Tue Mar 01 2022 10:00:00 GMT+0100 (CET)": "1646125200000",
		"Tue, 01 Mar 2022 10:00:00 GMT":           "1646128800000",
		"Mar 1, 2022":                             "1646092800000",
		"1 Mar 2022 10:00 PM":                     "1646172000000",
		"3/1/2022 1:02:03.5":                      "1646096523500",
		"2022/3/1":                                "1646092800000",
		"2022-3-1":                                "1646092800000",
		"Dec 25, 95":                              "819849600000",
		"Sat, 1-Jan-2000 08:00:00 UT":             "946713600000",
		"Jan 1 2000 10:00 -05:30":                 "946740600000",
		"1 January 2000 1:02:03 PDT":              "946713723000",
		"12":                                      "1007164800000",
		"2022 foo":                                "NaN",
		"Jan 32 2000":                             "NaN",
		"1 1 2022 13:00 pm":                       "NaN",
		"":                                        "NaN",
	} {
		check(t, time.UTC, [][2]string{{`String(Date.parse("` + text + `"))`, want}})
	}
}

func TestLimits(t *testing.T) {
	for _, source := range []string{
		`Math.sumPrecise({[Symbol.iterator]() { return {next: () => ({value: 1, done: false})} }})`,
		`let n = 1n << 1000000n; while (true) BigInt.asUintN(900000, n - 1n)`,
	} {
		a := realm.NewAgent()
		a.StepLimit = 200_000
		_, err := eval(t, a, source)
		var limit *object.Termination
		if !errors.As(err, &limit) || limit.Cause != object.TerminatedSteps {
			t.Errorf("%s: %v", source, err)
		}
	}
}
