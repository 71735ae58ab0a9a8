// expect: ok #<Promise>
import('x').catch(() => 0)
