using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Predictors.Hosting.Tests")]
