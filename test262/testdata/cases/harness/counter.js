var counter = { value: 0, next: function () { return ++this.value; } };
