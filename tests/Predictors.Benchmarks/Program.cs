using Predictors.Benchmarks;

return Benchmark.Run(args.Length > 0 ? int.Parse(args[0]) : 20_000_000, args.Length > 1 ? int.Parse(args[1]) : 7);
