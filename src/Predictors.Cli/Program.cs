using Predictors.Cli;

return await CommandLine.RunAsync(args);
