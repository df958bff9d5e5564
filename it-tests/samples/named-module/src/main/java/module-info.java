module com.acme.shop {
  uses com.acme.Greeter;

  provides com.acme.Greeter with
      com.acme.DefaultGreeter;
}
